export { SeverityBadge } from './SeverityBadge';
export { SeverityCountsRow } from './SeverityCountsRow';
