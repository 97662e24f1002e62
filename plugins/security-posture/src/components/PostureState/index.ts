export { PostureState, type PostureStateProps } from './PostureState';
export { appearance, type PostureStateKind } from './appearance';
