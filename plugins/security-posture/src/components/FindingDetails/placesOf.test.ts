import { finding } from '../../../dev/data/finding';
import { findingDetail, sighting } from '../../../dev/data/findingDetail';
import { placesOf } from './placesOf';

const of = finding({ tools: ['Grype', 'Trivy'] });
const at = (hour: number) => `2026-03-01T${10 + hour}:00:00.000Z`;
const seen = (source: string, more: Parameters<typeof sighting>[1]) =>
  sighting(of, { source, digest: 'sha256:aa', lastSeenAt: at(0), ...more });
const places = (...sightings: ReturnType<typeof sighting>[]) =>
  placesOf(findingDetail(of, { sightings }));

describe('placesOf', () => {
  it('is one place for an artifact that several tools saw', () => {
    expect(
      places(
        seen('grype', { lastSeenAt: at(2) }),
        seen('trivy', { lastSeenAt: at(1) }),
        seen('unheard-of', {}),
      ),
    ).toMatchObject([
      { tools: ['Grype', 'Trivy', 'unheard-of'], lastSeenAt: at(2) },
    ]);
  });

  it('is gone only if every tool says so', () => {
    const gone = seen('grype', { withdrawnAt: at(1), lastSeenAt: at(2) });
    expect(places(gone)[0].withdrawnAt).toBe(at(1));
    expect(places(gone, seen('trivy', {}))[0].withdrawnAt).toBeUndefined();
    const both = places(gone, seen('trivy', { withdrawnAt: at(3) }));
    expect(both[0].withdrawnAt).toBe(at(3));
  });

  it('lists what runs first, then what was built, then the rest', () => {
    const digests = places(
      seen('trivy', { digest: 'sha256:cc' }),
      seen('trivy', { digest: 'sha256:bb', built: true }),
      seen('trivy', { digest: 'sha256:aa', running: true }),
      seen('trivy', { digest: undefined, branch: 'main', withdrawnAt: at(1) }),
    ).map(({ digest, branch }) => digest ?? branch);
    expect(digests).toEqual(['sha256:aa', 'sha256:bb', 'sha256:cc', 'main']);
  });
});
