import type { FindingFacts } from '../../../model/facts';
import { namesOf } from '../../judgements';
import type { PlannedComponent, Proposer } from '../Action';
import { comesWithBase, fixableInBuild } from '../fixes';
import { countFindings } from '../names';

interface Rebuild {
  /** The base image, as far as a report names it. */
  base?: string;
  image: string;
}

/**
 * Builds images anew on the newest version of their base image, which brings
 * the packages of the distribution. Images on the same base are one action.
 */
export const rebuild: Proposer<Rebuild> = {
  kind: 'rebuild',

  propose(component) {
    const groups = new Map<string, { details: Rebuild; flaws: number[] }>();
    for (const finding of fixableInBuild(component)) {
      if (!comesWithBase(finding)) continue;
      const details = {
        base: baseOf(component, finding),
        image: finding.subject.name,
      };
      const id = details.base
        ? `rebuild:base:${details.base}`
        : `rebuild:image:${details.image}`;
      const group = groups.get(id) ?? { details, flaws: [] };
      group.flaws.push(component.remaining.flawOf(finding));
      groups.set(id, group);
    }
    return [...groups].map(([id, { details, flaws }]) => ({
      id,
      cure: { flaws },
      details,
    }));
  },

  describe(parts) {
    const [{ details }] = parts;
    return {
      title: details.base
        ? `Rebuild on the newest ${details.base}`
        : `Rebuild ${namesOf(
            parts.map(part => part.details.image),
          )} on a newer base image`,
      detail: `Ends ${countFindings(parts)}`,
      effort: 'small',
    };
  },
};

function baseOf(
  { facts }: PlannedComponent,
  { subjectId }: FindingFacts,
): string | undefined {
  const ofLine = facts.artifacts.filter(
    artifact =>
      artifact.subjectId === subjectId &&
      (artifact.image?.baseImages ?? []).length > 0,
  );
  const newest = ofLine.find(({ built }) => built) ?? ofLine.at(0);
  // A tag stands for the newest of its digests.
  return newest?.image?.baseImages?.[0].replace(/@.*$/, '');
}
