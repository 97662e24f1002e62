import { readImageReference } from 'backstage-plugin-security-posture-node';
import fc from 'fast-check';
import { checks } from '../../evaluation';
import {
  checkContext,
  componentFacts,
} from '../../evaluation/__testUtils__/facts';
import {
  podContainers,
  podSettings,
  type WorkloadFacts,
} from '../../model/facts';
import { defaultPolicyRules } from '../../model/policyRules';
import { readObject } from '../../sources/kubernetes/workload';
import { evaluateCel } from '../__testUtils__/evaluateCel';
import { manifest } from '../__testUtils__/manifests';
import { expressions } from './expressions';
import { isInRegistry } from './registries';

const rules = {
  ...defaultPolicyRules,
  trustedRegistries: ['ghcr.io/acme', 'docker.io/library'],
};

/** What the webhook would judge, were it asked about the object. */
function workloadOf(object: object): WorkloadFacts {
  const read = readObject({ ...object }, {});
  if (typeof read === 'string') throw new Error(read);
  const { subject, annotations, containers, spec } = read.workload;
  return {
    subjectId: 'workload-checkout',
    subject: { ...subject, kind: 'workload' },
    labels: subject.labels ?? {},
    annotations,
    configuration: {
      source: 'kubernetes',
      containers: podContainers.parse(containers),
      settings: podSettings.parse(spec),
    },
    images: containers.flatMap(({ imageReference }) => {
      const image = readImageReference(imageReference);
      return image ? [{ ...image, subjectId: image.name }] : [];
    }),
  };
}

const exported = checks.filter(({ id }) => id in expressions);

describe('expressions of exported policies', () => {
  it('are those of checks that exist', () => {
    const ids = checks.map(({ id }) => id);
    expect(Object.keys(expressions).filter(id => !ids.includes(id))).toEqual(
      [],
    );
  });

  it.each(exported)('agrees with the check $id', check => {
    const expression = expressions[check.id].celOf(rules) ?? '';
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(manifest, object => {
        const facts = componentFacts({ workloads: [workloadOf(object)] });
        const { result } = check.judge(facts, checkContext(rules));
        const allowed = evaluateCel(expression, object);
        if (result === 'fail') expect(allowed).toBe(false);
        else if (result !== 'unknown') expect(allowed).toBe(true);
        seen.add(allowed);
      }),
      { numRuns: 200 },
    );
    // Both answers occurred, or nothing was compared.
    expect(seen).toEqual(new Set([true, false]));
  });

  it.each([
    ['nginx', 'docker.io', true],
    ['nginx:1.29', 'docker.io/library', true],
    ['nginx', 'docker.io/library/nginx', true],
    ['nginx-x', 'docker.io/library/nginx', false],
    ['library/nginx', 'docker.io/library', true],
    ['acme/shop', 'docker.io/library', false],
    ['acme/shop', 'docker.io', true],
    ['acme/shop@sha256:0', 'docker.io/acme', true],
    ['acme-x/shop', 'docker.io/acme', false],
    ['index.docker.io/acme/shop', 'docker.io/acme', true],
    ['docker.io/acme/shop', 'docker.io', true],
    ['localhost/shop', 'docker.io', false],
    ['ghcr.io/acme/shop', 'docker.io', false],
    ['registry:5000/acme', 'docker.io', false],
    ['ghcr.io/acme/shop', 'ghcr.io', true],
    ['ghcr.io/acme/shop:1', 'ghcr.io/acme/shop', true],
    ['ghcr.io/acme-x/shop', 'ghcr.io/acme', false],
    ['ghcrxio/acme/shop', 'ghcr.io', false],
    ['localhost:5000/shop', 'localhost', false],
  ])('%s in %s: %s', (image, place, expected) => {
    expect(
      evaluateCel(
        `[${JSON.stringify(image)}].all(i, ${isInRegistry('i', place)})`,
        {
          kind: 'Pod',
          metadata: {},
          spec: { containers: [] },
        },
      ),
    ).toBe(expected);
  });
});
