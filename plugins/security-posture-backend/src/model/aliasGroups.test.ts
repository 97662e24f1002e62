import fc from 'fast-check';
import {
  aliasGroups,
  canonicalIdsOf,
  type AliasAssertion,
} from './aliasGroups';
import { comparePreference, isCve } from './vulnerabilityId';

const says = (...pairs: string[]): AliasAssertion[] =>
  pairs.map(pair => {
    const [from, to] = pair.split(' = ');
    return { from, to };
  });

const groupsOf = (...pairs: string[]) =>
  aliasGroups(says(...pairs)).map(({ ids }) => ids.join(' '));

describe('names of one vulnerability', () => {
  it('join through each other, under the CVE', () => {
    expect(
      groupsOf(
        'GO-2099-0001 = GHSA-aaaa',
        'GHSA-aaaa = CVE-2099-0001',
        'PYSEC-2099-1 = GO-2099-0001',
        'GHSA-zzzz = GO-2099-9999',
      ),
    ).toEqual([
      'CVE-2099-0001 GHSA-aaaa GO-2099-0001 PYSEC-2099-1',
      'GHSA-zzzz GO-2099-9999',
    ]);
  });

  it.each([
    ['GHSA-b', 'GHSA-b = GO-1', 'GO-1 = SNYK-1'],
    ['GHSA-a', 'GHSA-b = GHSA-a'],
    ['GO-1', 'PYSEC-1 = GO-1', 'RUSTSEC-1 = GO-1'],
    ['PYSEC-1', 'RUSTSEC-1 = PYSEC-1', 'MAL-1 = PYSEC-1'],
    ['MAL-1', 'OSV-1 = MAL-1'],
    ['OSV-1', 'ABC-1 = OSV-1'],
    ['ABC-1', 'SNYK-1 = ABC-1'],
  ])('without a CVE, %s stands for them', (canonical, ...pairs) => {
    expect(
      aliasGroups(says(...pairs)).map(({ canonicalId }) => canonicalId),
    ).toEqual([canonical]);
  });

  it('never bring two CVEs together: what names both stays alone', () => {
    expect(
      groupsOf(
        'GHSA-both = CVE-2099-0001',
        'GHSA-both = CVE-2099-0002',
        'GO-1 = GHSA-both',
        'GHSA-one = CVE-2099-0001',
        'PYSEC-1 = GHSA-one',
      ),
    ).toEqual([
      'CVE-2099-0001 GHSA-one PYSEC-1',
      'CVE-2099-0002',
      'GHSA-both',
      'GO-1',
    ]);
  });

  it('belong to no CVE if their neighbours belong to different ones', () => {
    expect(
      groupsOf(
        'GHSA-a = CVE-2099-0001',
        'GHSA-a = GO-1',
        'GO-1 = CVE-2099-0002',
      ),
    ).toEqual(['CVE-2099-0001', 'CVE-2099-0002', 'GHSA-a', 'GO-1']);
  });

  it('are not joined by someone who takes two CVEs for one', () => {
    expect(groupsOf('CVE-2099-0001 = CVE-2099-0002')).toEqual([
      'CVE-2099-0001',
      'CVE-2099-0002',
    ]);
  });
});

describe('for any assertions', () => {
  const id = fc.constantFrom(
    ...[1, 2, 3, 4].map(n => `CVE-2099-000${n}`),
    ...['a', 'b', 'c', 'd', 'e'].map(n => `GHSA-${n}`),
    ...[1, 2, 3].flatMap(n => [`GO-${n}`, `SNYK-${n}`]),
  );
  const assertion = fc.record({ from: id, to: id });
  const assertions = fc.array(assertion, { maxLength: 14 });
  const shuffled = assertions.chain(list =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, {
        minLength: list.length,
        maxLength: list.length,
      }),
    ),
  );

  it('groups depend on neither their order, direction nor repetition', () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const turned = other.map(({ from, to }) => ({ from: to, to: from }));
        expect(aliasGroups(other)).toEqual(aliasGroups(list));
        expect(aliasGroups(turned)).toEqual(aliasGroups(list));
        expect(aliasGroups([...list, ...other])).toEqual(aliasGroups(list));
      }),
    );
  });

  it('no group has two CVEs, and every id is in one group', () => {
    fc.assert(
      fc.property(assertions, list => {
        const groups = aliasGroups(list);
        for (const { ids, canonicalId } of groups) {
          const cves = ids.filter(isCve);
          const [best] = [...ids].sort(comparePreference);
          expect(cves.length).toBeLessThanOrEqual(1);
          expect(canonicalId).toBe(cves[0] ?? best);
        }
        expect(groups.flatMap(({ ids }) => ids).sort()).toEqual(
          [...new Set(list.flatMap(({ from, to }) => [from, to]))].sort(),
        );
      }),
    );
  });

  it('groups hold when each id is asserted to be its canonical one', () => {
    fc.assert(
      fc.property(assertions, list => {
        const groups = aliasGroups(list);
        const again = [...canonicalIdsOf(groups)].map(([from, to]) => ({
          from,
          to,
        }));
        expect(aliasGroups(again)).toEqual(groups);
      }),
    );
  });

  it('assertions that share no name but a CVE do not change each other', () => {
    const others = fc.array(
      fc.record({
        from: fc.constantFrom('OSV-1', 'OSV-2'),
        to: fc.constantFrom('CVE-2099-0001', 'CVE-2099-0002', 'OSV-3'),
      }),
    );
    fc.assert(
      fc.property(assertions, others, (list, more) => {
        const alone = canonicalIdsOf(aliasGroups(list));
        const together = canonicalIdsOf(aliasGroups([...list, ...more]));
        for (const [name, canonical] of alone) {
          expect(together.get(name)).toBe(canonical);
        }
      }),
    );
  });
});
