export { AdmissionTab, type AdmissionTabProps } from './AdmissionTab';
