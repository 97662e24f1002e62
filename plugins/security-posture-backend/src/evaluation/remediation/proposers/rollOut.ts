import type { JudgedCheck } from 'backstage-plugin-security-posture-common';
import type { WorkloadFacts } from '../../../model/facts';
import { count, namesOf } from '../../judgements';
import type { Proposer, Words } from '../Action';
import { type Rollout, rolloutsOf } from '../awaitingRollout';
import { isPlain, subjectName } from '../names';
import type { RemainingRisk } from '../RemainingRisk';

interface RollOut extends Rollout {
  workloads: WorkloadFacts[];
}

/** A check about what runs and is not the newest build; all it says of a line ends with the roll-out. */
const OLD_DIGEST = 'combination.old-digest-running';

/** Rolls out a build that has fewer findings than what runs of its image line. */
export const rollOut: Proposer<RollOut> = {
  kind: 'roll-out',

  propose: ({ facts, remaining }) =>
    rolloutsOf(facts).map(rollout => {
      const { newest, findingIds } = rollout;
      const ids = new Set(findingIds);
      return {
        id: `roll-out:${newest.name}`,
        cure: {
          flaws: [
            ...facts.findings
              .filter(({ id }) => ids.has(id))
              .map(finding => remaining.flawOf(finding)),
            ...evidenceOfRunning(remaining, rollout),
          ],
        },
        details: {
          ...rollout,
          workloads: facts.workloads.filter(({ images }) =>
            images.some(
              ({ subjectId, digest }) =>
                subjectId === newest.subjectId &&
                (digest === undefined || digest !== newest.digest),
            ),
          ),
        },
      };
    }),

  describe(parts) {
    const [{ details, component }] = parts;
    const { newest, running } = details;
    const workloads = parts.flatMap(part => part.details.workloads);
    const build = newest.builtAt
      ? `the build of ${day(newest.builtAt, component.now)}`
      : 'the newest build';
    const total = parts.reduce((sum, part) => sum + part.findings.length, 0);
    const still = running[0]?.digest
      ? `, but ${short(running[0].digest)} still runs`
      : '';
    return {
      title:
        workloads.length > 0
          ? `Roll out ${build} to ${namesOf(
              workloads.map(({ subject }) => subjectName(subject)),
            )}`
          : `Roll out ${build} of ${newest.name}`,
      detail: `${count(total, 'finding is', 'findings are')} fixed in ${
        newest.digest ? short(newest.digest) : newest.name
      }${still}`,
      effort: 'small',
      ...commandFor(details),
    };
  },
};

/** What checks say against what runs, by its digest. */
function evidenceOfRunning(
  { checks }: RemainingRisk,
  { newest, running }: Rollout,
): number[] {
  const old = new Set(running.flatMap(({ digest }) => digest ?? []));
  return checks.flatMap(({ judged, evidence }) =>
    failing(judged).flatMap(({ kind, subject, digest }, i) =>
      kind === 'image' &&
      subject?.name === newest.name &&
      ((digest !== undefined && old.has(digest)) ||
        judged.checkId === OLD_DIGEST)
        ? [evidence[i]]
        : [],
    ),
  );
}

function failing({ evidence }: JudgedCheck) {
  return evidence.filter(
    ({ result }) => result === 'fail' || result === 'warn',
  );
}

/** A command for a single workload, if all that it names is harmless to paste. */
function commandFor({ workloads, newest }: RollOut): Pick<Words, 'snippet'> {
  if (workloads.length !== 1) return {};
  const [{ subject, configuration }] = workloads;
  const containers = (configuration?.containers ?? []).filter(
    ({ image }) => image?.name === newest.name,
  );
  const { namespace, name, workloadKind } = subject;
  const names = [namespace, name, workloadKind, newest.name, newest.digest];
  if (
    containers.length !== 1 ||
    ![...names, containers[0].name].every(isPlain)
  ) {
    return {};
  }
  const target = `${workloadKind?.toLowerCase()}/${name}`;
  const image = `${newest.name}@${newest.digest}`;
  return {
    snippet: {
      language: 'shell',
      code: `kubectl -n ${namespace} set image ${target} ${containers[0].name}=${image}`,
    },
  };
}

/** `sha256:4e1c…` */
function short(digest: string): string {
  const [algorithm, hash = ''] = digest.split(':');
  return `${algorithm}:${hash.slice(0, 4)}…`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `24 Nov` in UTC, with the year if it is another one. */
function day(at: string, now: Date): string {
  const date = new Date(at);
  const year = date.getUTCFullYear();
  const words = `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
  return year === now.getUTCFullYear() ? words : `${words} ${year}`;
}
