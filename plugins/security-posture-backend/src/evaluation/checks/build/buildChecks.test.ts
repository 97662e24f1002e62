import { checkContext, componentFacts } from '../../__testUtils__/facts';
import { buildChecks } from '.';

const catalogue = [
  ['build.registry.trusted', 'B1'],
  ['build.registry.private', 'B1'],
  ['build.image.minimal', 'B2'],
  ['build.base.fresh', 'B3'],
  ['build.base.outdated', 'B3'],
  ['build.deps.outdated', 'B3'],
  ['build.image.pkgmgr', 'B4a'],
  ['build.image.nettools', 'B4b'],
  ['build.image.shells', 'B4c'],
  ['build.image.compilers', 'B4c'],
  ['build.image.debuggers', 'B4c'],
  ['build.scan.recent', 'B5'],
  ['build.scan.coverage', 'B5'],
  ['build.ci.integrated', 'B6'],
  ['build.secrets.none', 'B7a'],
  ['build.secrets.plaintext', 'B7b'],
  ['gate.fixable-high', 'B8', 'B8a'],
  ['gate.scan-missing', 'B8', 'B8b'],
  ['gate.scan-stale', 'B8', 'B8b'],
  ['image.user.root', 'B8c'],
  ['image.env.secret', 'B7c', 'B8c'],
  ['build.registry.capabilities', 'F1'],
  ['build.image.signed', 'F2'],
  ['build.provenance', 'F2'],
  ['build.base.trusted', 'F2'],
];

describe('the checks of builds', () => {
  it('serve the practices, in their order', () => {
    expect(buildChecks.map(({ id, practices }) => [id, ...practices])).toEqual(
      catalogue,
    );
  });

  it.each(buildChecks.map(check => ({ check, id: check.id })))(
    '$id says what it is, why, and how to mend it, in sentences',
    ({ check }) => {
      expect(check.title).toMatch(/^[A-Z].*[^.]$/);
      for (const text of [
        check.rule,
        check.why,
        check.passes,
        check.fix.text,
      ]) {
        expect(text).toMatch(/^[A-Z].{20,}\.$/);
      }
      expect(check.inputs.length).toBeGreaterThan(0);
      expect(check.fix.snippet?.code).toMatch(/^\S/);
      expect(check.weight).toBeGreaterThanOrEqual(0);
      expect(check.weight).toBeLessThanOrEqual(0.15);
    },
  );

  it.each(buildChecks.map(check => ({ check, id: check.id })))(
    '$id never passes a component of which nothing is known',
    ({ check }) => {
      const { result } = check.judge(componentFacts(), checkContext());
      expect(result).toBe(
        check.id === 'gate.scan-missing' ? 'fail' : 'unknown',
      );
    },
  );
});
