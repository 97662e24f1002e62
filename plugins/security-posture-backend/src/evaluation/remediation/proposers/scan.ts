import type {
  JudgedCheck,
  Stage,
} from 'backstage-plugin-security-posture-common';
import { stages } from 'backstage-plugin-security-posture-common';
import { ageInDays } from '../../age';
import type { PlannedComponent, Proposal, Proposer } from '../Action';
import { componentNames } from '../names';

interface Scan {
  stage: Stage;
  /** Something looked before, too long ago. */
  isStale: boolean;
}

/** Failures that a report of the stage ends, since they are about its absence. */
export const absences: Record<Stage, readonly string[]> = {
  build: [
    'gate.scan-missing',
    'gate.scan-stale',
    'build.scan.recent',
    'combination.unscanned-running',
    'runtime.drift.unscanned',
  ],
  deploy: [],
  runtime: ['runtime.scan'],
};

/** Further practices rest on attestations, registries and settings of CI, which no scan tells of. */
const FURTHER = /^F/;

/**
 * Looks at what nobody looked at, or not for too long: it ends what fails for
 * lack of a report, and where a stage has been silent its checks without data
 * get some.
 */
export const scan: Proposer<Scan> = {
  kind: 'scan',

  propose: component =>
    stages.flatMap(stage => {
      const proposal = proposalFor(component, stage);
      return proposal ? [proposal] : [];
    }),

  describe(parts) {
    const [{ details }] = parts;
    const names = componentNames(parts);
    const again = details.isStale ? ' again' : '';
    const titles: Record<Stage, string> = {
      build: `Scan ${names}${again}`,
      deploy: `Report the configuration of ${names}${again}`,
      runtime: `Watch ${names} at runtime${again}`,
    };
    return {
      title: titles[details.stage],
      detail: details.isStale
        ? 'The last report is too old'
        : 'Nobody knows: there is no report',
      effort: details.stage === 'runtime' ? 'medium' : 'small',
    };
  },
};

function proposalFor(
  { facts, judged, remaining, policy, now }: PlannedComponent,
  stage: Stage,
): Proposal<Scan> | undefined {
  const reports = facts.sources.filter(source => source.stage === stage);
  const freshDays = {
    build: policy.freshness.buildScanDays,
    deploy: policy.freshness.decisionDays,
    runtime: policy.freshness.runningScanDays,
  }[stage];
  const isSilent = !reports.some(
    ({ lastReportAt }) => ageInDays(lastReportAt, now) <= freshDays,
  );
  const toldChecks = isSilent
    ? judged.filter(check => wouldBeTold(check, stage))
    : [];
  const ended = remaining.checks.filter(({ judged: { checkId } }) =>
    absences[stage].includes(checkId),
  );
  if (toldChecks.length + ended.length === 0) return undefined;
  const isStale = reports.length > 0;
  return {
    id: `scan:${stage}:${isStale ? 'stale' : 'never'}`,
    cure: { flaws: [], checks: ended },
    toldChecks,
    details: { stage, isStale },
  };
}

function wouldBeTold(check: JudgedCheck, stage: Stage): boolean {
  return (
    check.result === 'unknown' &&
    check.stage === stage &&
    check.practices.some(practice => !FURTHER.test(practice))
  );
}
