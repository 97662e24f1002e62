import type { RemediationAction } from 'backstage-plugin-security-posture-common';

/** A small upgrade that nothing is known to gain from, unless told otherwise. */
export function action(
  more: Partial<RemediationAction> = {},
): RemediationAction {
  return {
    id: 'upgrade:curl',
    kind: 'upgrade',
    title: 'Upgrade curl to 7.88.1-10+deb12u4',
    effort: 'small',
    findingIds: [],
    findings: 0,
    critical: 0,
    checkIds: [],
    components: ['component:default/checkout'],
    ...more,
  };
}

export const exampleActions: RemediationAction[] = [
  action({
    id: 'roll-out:checkout',
    kind: 'roll-out',
    title: 'Roll out the build of 24 Nov to prod/webshop/checkout',
    detail: '8 findings are fixed in sha256:4e1c…, but sha256:9ab2… still runs',
    riskBefore: 27.4,
    riskAfter: 16.2,
    findings: 8,
    critical: 1,
  }),
  action({
    id: 'configure:checkout',
    kind: 'configure',
    title: 'Configure prod/webshop/checkout',
    detail: 'No privileged mode, limits',
    riskBefore: 16.2,
    riskAfter: 10.6,
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  privileged: false',
    },
    checkIds: ['deploy.privileged', 'deploy.resources'],
  }),
  action({
    id: 'scan:checkout',
    kind: 'scan',
    title: 'Send the provenance of the build',
    detail: 'Nobody knows: there is no report',
    effort: 'medium',
    coverageGain: 0.059,
    checkIds: ['build.provenance'],
  }),
];
