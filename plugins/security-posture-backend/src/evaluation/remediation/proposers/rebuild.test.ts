import { imageArtifact, vulnerability } from '../../__testUtils__/facts';
import { type Given, plan, spring } from '../__testUtils__/plan';

describe('a rebuild', () => {
  const system = vulnerability({ id: 'system', epss: 0.2 });

  it('takes all packages of the distribution, and what came with the base', () => {
    const fromBase = spring({ isFromBase: true });
    const own = vulnerability({ id: 'own', isFromBase: false });
    const [first, second] = plan({ findings: [system, fromBase, own] });
    expect(first).toMatchObject({
      kind: 'rebuild',
      title: 'Rebuild ghcr.io/acme/shop on a newer base image',
      findingIds: ['system', fromBase.id],
    });
    expect(second).toMatchObject({ title: 'Upgrade openssl to 3.0.15' });
  });

  it('is one for all images on the same base', () => {
    const on = (name: string): Given => ({
      name,
      artifacts: [
        imageArtifact({
          image: { baseImages: ['debian:12-slim@sha256:1234'] },
        }),
      ],
      findings: [{ ...system, id: name }],
    });
    expect(plan(on('shop'), on('cart'))).toEqual([
      expect.objectContaining({
        title: 'Rebuild on the newest debian:12-slim',
        findings: 2,
        components: ['component:default/cart', 'component:default/shop'],
      }),
    ]);
  });
});
