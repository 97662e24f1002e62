import type {
  JudgedCheck,
  RemediationAction,
} from 'backstage-plugin-security-posture-common';
import { stages } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, FindingFacts } from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  now,
  sourceFacts,
  vulnerability,
} from '../../__testUtils__/facts';
import { assessRisk } from '../../risk';
import { planRemediation } from '../planRemediation';

const weights: Partial<Record<string, number>> = {
  'deploy.privileged': 0.5,
  'deploy.caps.dropAll': 0.05,
  'build.image.shells': 0.02,
  'combination.privileged-fixable-critical': 0.4,
  'combination.old-digest-running': 0.2,
  'combination.unscanned-running': 0.3,
};

const weightOf = (id: string) => weights[id] ?? 0;

export type Given = Partial<ComponentFacts> & {
  name?: string;
  judged?: JudgedCheck[];
};

/** Plans 10 actions for components that report in all stages, unless given otherwise. */
export function plan(...components: Given[]): RemediationAction[] {
  return planAtMost(10, ...components);
}

export function planAtMost(
  limit: number,
  ...components: Given[]
): RemediationAction[] {
  const assessed = components.map(
    ({ name = 'shop', judged = [], ...changes }) => {
      const facts = componentFacts({
        sources: stages.map(stage => sourceFacts({ stage })),
        component: { entityRef: `component:default/${name}`, tags: [] },
        ...changes,
      });
      return {
        facts,
        judged,
        risk: assessRisk(facts, judged, { now }, weightOf),
      };
    },
  );
  return planRemediation(assessed, checkContext(), { limit, weightOf });
}

/** A vulnerability of spring-web, with fixes in three release lines. */
export function spring(
  changes: Partial<FindingFacts> & { at?: string } = {},
): FindingFacts {
  const { at = '6.1.9', ...rest } = changes;
  return vulnerability({
    id: `spring-${at}-${rest.problem ?? ''}`,
    epss: 0.2,
    package: { name: 'spring-web', version: at, type: 'maven' },
    fixedVersions: ['5.3.39', '6.0.29', '6.1.21'],
    ...rest,
  });
}
