export * from './fields';
export * from './imageReference';
export * from './repository';
export * from './severity';
export * from './text';
export * from './timestamp';
export * from './workload';
