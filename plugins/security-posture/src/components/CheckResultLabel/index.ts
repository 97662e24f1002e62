export {
  CheckResultLabel,
  type CheckResultLabelProps,
} from './CheckResultLabel';
