export { HistoryService } from './HistoryService';
export { recordDay } from './recordDay';
export { recordRisks } from './recordRisks';
export { scheduleHistory } from './scheduleHistory';
