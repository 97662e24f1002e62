export { DeploymentsTab, type DeploymentsTabProps } from './DeploymentsTab';
