import { plan, spring } from '../__testUtils__/plan';

describe('an upgrade', () => {
  it('goes to the highest version that the findings of a package need', () => {
    expect(
      plan({
        findings: [
          spring({ problem: 'CVE-1', severity: 'critical' }),
          spring({ problem: 'CVE-2', fixedVersions: ['6.1.10'] }),
        ],
      }),
    ).toEqual([
      expect.objectContaining({
        kind: 'upgrade',
        title: 'Upgrade spring-web to 6.1.21',
        detail: 'Ends 2 findings',
        effort: 'small',
        riskAfter: 0,
        findings: 2,
        critical: 1,
        components: ['component:default/shop'],
      }),
    ]);
  });

  it('is another one for each release line, and a greater one across lines', () => {
    expect(
      plan({
        findings: [
          spring({ epss: 0.3 }),
          spring({ at: '5.3.1' }),
          spring({ at: '4.3.0', epss: 0.1, fixedVersions: ['5.3.39'] }),
        ],
      }).map(({ title, effort, findings }) => ({ title, effort, findings })),
    ).toEqual([
      { title: 'Upgrade spring-web to 6.1.21', effort: 'small', findings: 1 },
      { title: 'Upgrade spring-web to 5.3.39', effort: 'medium', findings: 2 },
    ]);
  });

  it('joins the components of a team', () => {
    const [action, ...others] = plan(
      { name: 'shop', findings: [spring({ id: 'a' })] },
      {
        name: 'cart',
        findings: [spring({ id: 'b', at: '6.1.2', fixedVersions: ['6.1.14'] })],
      },
    );
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      title: 'Upgrade spring-web to 6.1.21',
      detail: 'Ends 2 findings in cart and shop',
      riskBefore: 30,
      riskAfter: 0,
      components: ['component:default/cart', 'component:default/shop'],
    });
  });

  it('needs a fix', () => {
    expect(
      plan({ findings: [spring({ fixable: false, fixedVersions: [] })] }),
    ).toEqual([]);
  });
});
