import { evidencePath } from './evidencePath';

describe('evidencePath', () => {
  it.each([
    ['finding', '../findings?state=any&q=AWS+key+%26+more'],
    ['alert', '../runtime?state=any&q=AWS+key+%26+more'],
    ['decision', '../admission'],
    ['workload', '../deployments'],
  ] as const)('of a %s is %s', (kind, path) => {
    expect(evidencePath({ kind, title: 'AWS key & more' })).toBe(path);
  });

  it('asks for no more than a search may be long', () => {
    const path = evidencePath({ kind: 'finding', title: 'x'.repeat(300) });
    expect(path).toBe(`../findings?state=any&q=${'x'.repeat(200)}`);
  });

  it('leads nowhere where the tab shows nothing of it', () => {
    expect(evidencePath({ kind: 'attestation', title: 'a' })).toBeUndefined();
  });
});
