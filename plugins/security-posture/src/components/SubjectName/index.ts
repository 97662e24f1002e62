export { SubjectName, subjectName } from './SubjectName';
