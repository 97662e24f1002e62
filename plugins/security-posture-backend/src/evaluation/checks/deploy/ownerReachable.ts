import type { CheckResult } from 'backstage-plugin-security-posture-common';
import type { ComponentIdentity } from '../../../model/facts';
import type { Check, Judgement } from '../../Check';

export const ownerReachable: Check = {
  id: 'deploy.owner.reachable',
  stage: 'deploy',
  practices: ['D5b'],
  title: 'The owner can be reached',
  rule: 'Fails if the component has no owner in the catalog, or one that the catalog does not know. Warns if no e-mail address, chat or person on call is known of the owner.',
  inputs: ['Owner in the catalog'],
  why: 'An alert helps only if it reaches the team that can act on it.',
  fix: {
    text: 'Name a group as the owner of the component, and give the group an address or a chat.',
    snippet: {
      language: 'yaml',
      code: 'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata:\n  name: payments\nspec:\n  type: team\n  profile:\n    displayName: Payments\n    email: payments@example.com\n  children: []',
    },
  },
  passes: 'The catalog knows the owner and a way to reach it.',
  weight: 0.03,
  judge: ({ component }) => {
    const { owner, entityRef } = component;
    if (!owner) {
      return {
        result: 'unknown',
        summary: 'The catalog was not asked for the owner.',
        evidence: [],
      };
    }
    const [result, summary] = judgeOwner(component, owner);
    return {
      result,
      summary,
      evidence: [
        { kind: 'component', result, title: `${entityRef}: ${summary}` },
      ],
    };
  },
};

function judgeOwner(
  { ownerRef = 'unknown' }: ComponentIdentity,
  { state, name, isReachable }: NonNullable<ComponentIdentity['owner']>,
): [CheckResult, Judgement['summary']] {
  switch (state) {
    case 'missing':
      return ['fail', 'The component has no owner.'];
    case 'unresolvable':
      return ['fail', `The catalog does not know its owner ${ownerRef}.`];
    default:
      return isReachable
        ? ['pass', `${name ?? ownerRef} can be reached.`]
        : [
            'warn',
            `${name ?? ownerRef} has no address, chat or person on call.`,
          ];
  }
}
