export { copyAnnotations, type CopyRule } from './copyAnnotations';
export { Template, TemplateError } from './Template';
