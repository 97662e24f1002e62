export { PracticesTab, type PracticesTabProps } from './PracticesTab';
