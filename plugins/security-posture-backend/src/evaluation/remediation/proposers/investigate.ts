import { count, namesOf } from '../../judgements';
import type { Proposer } from '../Action';
import { groupBySubject, type OnSubject } from '../groupBySubject';
import { subjectName } from '../names';

/** Finds out what the alerts on a workload are about. */
export const investigate: Proposer<OnSubject> = {
  kind: 'investigate',

  propose: component =>
    groupBySubject(component, 'alert').map(({ subject, flaws }) => ({
      id: `investigate:${subjectName(subject)}`,
      cure: { flaws },
      details: { subject },
    })),

  describe(parts) {
    const alerts = parts.flatMap(({ findings }) => findings);
    const place = subjectName(parts[0].details.subject);
    return {
      title:
        alerts.length === 1
          ? `Investigate “${alerts[0].title}” in ${place}`
          : `Investigate ${count(alerts.length, 'alert')} in ${place}`,
      ...(alerts.length > 1
        ? { detail: namesOf(alerts.map(({ title }) => title)) }
        : {}),
      effort: 'medium',
    };
  },
};
