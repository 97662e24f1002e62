export { HistoryService } from './HistoryService';
export { recordDay } from './recordDay';
export { scheduleHistory } from './scheduleHistory';
