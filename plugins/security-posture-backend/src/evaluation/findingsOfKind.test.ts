import { secret, vulnerability } from './__testUtils__/facts';
import { findingsOfKind } from './findingsOfKind';

const findings = [
  vulnerability({ id: 'v1' }),
  secret({ id: 's1' }),
  vulnerability({ id: 'v2' }),
];

const idsOf = (
  of: Parameters<typeof findingsOfKind>[0],
  kind = 'vulnerability' as const,
) => findingsOfKind(of, kind).map(({ id }) => id);

describe('findingsOfKind', () => {
  it('gives those of one kind in their order', () => {
    expect(idsOf({ findings })).toEqual(['v1', 'v2']);
    expect(findingsOfKind({ findings }, 'secret')).toEqual([findings[1]]);
    expect(findingsOfKind({ findings }, 'licence')).toEqual([]);
    expect(findingsOfKind({ findings: [] }, 'secret')).toEqual([]);
  });

  it('takes no findings for those of other facts', () => {
    const others = [vulnerability({ id: 'other' })];
    expect(idsOf({ findings })).toEqual(['v1', 'v2']);
    expect(idsOf({ findings: others })).toEqual(['other']);
    expect(idsOf({ findings: [...findings, ...others] })).toEqual([
      'v1',
      'v2',
      'other',
    ]);
    expect(idsOf({ findings })).toEqual(['v1', 'v2']);
  });
});
