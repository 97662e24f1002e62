import type {
  StagePosture,
  StageState,
} from 'backstage-plugin-security-posture-common';
import type { StageFacts } from '../model/stageFacts';

export interface StageRules {
  /** For how many hours a report of the stage stays fresh. */
  freshForHours: number;
  /** Whether a component of this kind has such a stage at all. */
  applicable: boolean;
}

const HOUR = 3_600_000;

/**
 * Judges one stage. Without a report it is `never-scanned`, whatever else is
 * known; old reports are `stale`, and only fresh ones can be clean.
 */
export function judgeStage(
  facts: StageFacts,
  { freshForHours, applicable }: StageRules,
  now: Date,
): StagePosture {
  const oldest = new Date(now.getTime() - freshForHours * HOUR).toISOString();
  const tools = facts.tools.map(({ source, name, version, lastReportAt }) => ({
    source,
    name,
    version,
    lastReportAt,
    stale: lastReportAt < oldest,
  }));
  const lastReportAt = tools
    .map(tool => tool.lastReportAt)
    .sort()
    .pop();
  const known = lastReportAt !== undefined;
  const sum = (part: 'incomplete' | 'skipped') =>
    facts.tools.reduce((total, tool) => total + tool[part], 0);
  return {
    stage: facts.stage,
    state: stateOf(facts, applicable, lastReportAt, oldest),
    lastReportAt,
    freshForHours,
    tools,
    findings: known
      ? {
          open: facts.open,
          fixable: facts.fixable,
          suppressed: facts.suppressed,
          stale: facts.stale,
          fixed: facts.fixed,
        }
      : undefined,
    decisions: known && facts.stage === 'deploy' ? facts.decisions : undefined,
    skippedElements: sum('skipped'),
    incompleteReports: sum('incomplete'),
  };
}

function stateOf(
  { open, stale, decisions }: StageFacts,
  applicable: boolean,
  lastReportAt: string | undefined,
  oldest: string,
): StageState {
  if (lastReportAt === undefined) {
    return applicable ? 'never-scanned' : 'not-applicable';
  }
  if (lastReportAt < oldest) return 'stale';
  if (open.critical > 0 || open.high > 0 || decisions.deny > 0)
    return 'failing';
  const minor = open.medium + open.low + open.info + open.unknown;
  if (minor > 0 || decisions.warn > 0) return 'warning';
  // Nobody looked again for what was found before.
  return stale > 0 ? 'stale' : 'clean';
}
