export { imageOfPurl } from '../../model/imageOfPurl';
