import type {
  Evidence,
  Subject,
} from 'backstage-plugin-security-posture-common';
import { controlById } from '../../../model/controls';
import type { FindingFacts } from '../../../model/facts';
import { namesOf } from '../../judgements';
import type { PlannedComponent, Proposal, Proposer } from '../Action';
import { subjectName } from '../names';
import { type Piece, podTemplate } from '../podTemplate';
import type { FailedCheck } from '../RemainingRisk';

interface Configure {
  workloads: string[];
  settings: Setting[];
}

/** A setting to change: what a check or a finding shows, by its id. */
interface Setting extends Piece {
  id: string;
}

interface Workload {
  name: string;
  flaws: Set<number>;
  settings: Setting[];
}

/** Stands for a container that nobody names. */
const ANY = 'app';

/**
 * Mends every setting of a workload at once. A check passes only when each
 * workload is in order, so that all workloads together are a proposal as well.
 */
export const configure: Proposer<Configure> = {
  kind: 'configure',

  propose(component) {
    const { entityRef } = component.facts.component;
    const all = workloadsOf(component);
    const proposals = all.map(workload =>
      proposalFor(`configure:${entityRef}:${workload.name}`, [workload]),
    );
    return all.length > 1
      ? [proposalFor(`configure:${entityRef}`, all), ...proposals]
      : proposals;
  },

  describe(parts) {
    const [{ details, checks, findings }] = parts;
    const ended = new Map([
      ...checks.map(({ checkId, title }) => [checkId, title] as const),
      ...findings
        .filter(({ id }) => details.settings.some(setting => setting.id === id))
        .map(({ id, title }) => [id, title] as const),
    ]);
    const code = podTemplate(
      details.settings.filter(({ id }) => ended.has(id)),
    );
    // A line break would leave the comment.
    const place = details.workloads.join(', ').replace(/[\r\n]+/g, ' ');
    return {
      title: `Configure ${namesOf(details.workloads)}`,
      detail: `Puts in order: ${namesOf(ended.values())}`,
      effort: details.workloads.length === 1 ? 'small' : 'medium',
      ...(code === ''
        ? {}
        : { snippet: { language: 'yaml', code: `# ${place}\n${code}` } }),
    };
  },
};

function proposalFor(id: string, all: Workload[]): Proposal<Configure> {
  return {
    id,
    cure: { flaws: [...new Set(all.flatMap(({ flaws }) => [...flaws]))] },
    details: {
      workloads: all.map(({ name }) => name),
      settings: all.flatMap(({ settings }) => settings),
    },
  };
}

/** What is to be set on each workload, in the order of the checks. */
function workloadsOf({ facts, remaining }: PlannedComponent): Workload[] {
  const found = new Map<string, Workload>();
  const add = (flaw: number, subject: Subject, setting: Setting) => {
    const name = subjectName(subject);
    const workload = found.get(name) ?? {
      name,
      flaws: new Set(),
      settings: [],
    };
    workload.flaws.add(flaw);
    workload.settings.push(setting);
    found.set(name, workload);
  };
  for (const check of remaining.checks) {
    const { fix, checkId: id, evidence, stage } = check.judged;
    if (stage !== 'deploy' || fix?.snippet?.language !== 'yaml') continue;
    if (!remaining.hasRisk(check)) continue;
    for (const [flaw, { subject, container = ANY }] of failing(
      check,
      evidence,
    )) {
      const { finding } = remaining.flaws[flaw];
      if (finding && finding.kind !== 'misconfiguration') continue;
      if (subject?.kind !== 'workload') continue;
      add(flaw, subject, { id, container, code: fix.snippet.code });
    }
  }
  for (const finding of facts.findings) {
    const code = exampleFor(finding);
    if (code === undefined || !remaining.countsAlone(finding)) continue;
    const { id, subject, container = ANY } = finding;
    add(remaining.flawOf(finding), subject, { id, container, code });
  }
  return [...found.values()];
}

/** The flaws of a failed check, each with its evidence. */
function failing(
  check: FailedCheck,
  evidence: readonly Evidence[],
): [number, Evidence][] {
  return evidence
    .filter(({ result }) => result === 'fail' || result === 'warn')
    .map((item, i) => [check.evidence[i], item]);
}

/** How the control of a misconfigured workload looks once it is right. */
function exampleFor({ kind, subject, problem }: FindingFacts) {
  return kind === 'misconfiguration' && subject.kind === 'workload'
    ? controlById(problem)?.example
    : undefined;
}
