import { count, namesOf } from '../../judgements';
import type { Proposer } from '../Action';
import { groupBySubject, type OnSubject } from '../groupBySubject';
import { subjectName } from '../names';

/** Rotates the secrets that leaked into an image or a repository, and takes them out. */
export const rotate: Proposer<OnSubject> = {
  kind: 'rotate',

  propose: component =>
    groupBySubject(component, 'secret').map(({ subject, flaws }) => ({
      id: `rotate:${subjectName(subject)}`,
      cure: { flaws },
      details: { subject },
    })),

  describe(parts) {
    const secrets = parts.flatMap(({ findings }) => findings);
    const kinds = namesOf(secrets.map(({ title }) => title));
    return {
      title: `Rotate ${
        secrets.length === 1 ? 'the secret' : count(secrets.length, 'secret')
      } leaked in ${subjectName(parts[0].details.subject)}`,
      detail: kinds,
      effort: 'large',
    };
  },
};
