export { PostureService } from './PostureService';
