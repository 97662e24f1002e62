import type { Check } from '../../Check';
import { adminLimited } from './adminLimited';
import { branchProtection } from './branchProtection';
import { dangerousWorkflow } from './dangerousWorkflow';
import { pinnedActions } from './pinnedActions';
import { securityAsCode } from './securityAsCode';
import { tokenPermissions } from './tokenPermissions';

/** What is judged of the pipelines themselves. */
export const ciChecks: readonly Check[] = [
  securityAsCode,
  pinnedActions,
  tokenPermissions,
  branchProtection,
  dangerousWorkflow,
  adminLimited,
];
