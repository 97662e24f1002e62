export { GradeRing, type GradeRingProps } from './GradeRing';
