export * from './event';
export * from './finding';
export * from './inventory';
export * from './report';
export * from './subject';
