export * from './decision';
export * from './element';
export * from './exception';
export * from './finding';
export * from './severity';
export * from './stage';
export * from './subject';
export * from './triage';
