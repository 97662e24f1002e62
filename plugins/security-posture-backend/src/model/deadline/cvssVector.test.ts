import { exploitabilityOf, worstExploitability } from './cvssVector';

describe('exploitabilityOf', () => {
  it.each([
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', true, true],
    ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', true, false],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:N', false, true],
    ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N', false, false],
    ['CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', false, true],
    ['CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H', false, true],
    // Without its prefix, and with temporal metrics.
    ['AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:F/RL:O', true, true],
    [
      'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
      true,
      true,
    ],
    [
      'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:N/VA:H/SC:H/SI:H/SA:N',
      false,
      false,
    ],
    [
      'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:L/VI:L/VA:H/SC:N/SI:N/SA:N/AU:Y',
      true,
      false,
    ],
    [
      'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/AU:N',
      false,
      true,
    ],
    ['AV:N/AC:L/Au:N/C:C/I:C/A:C', true, true],
    ['(AV:N/AC:L/Au:N/C:P/I:P/A:P)', true, false],
    ['AV:N/AC:M/Au:S/C:C/I:C/A:C', false, true],
  ])('reads %s', (vector, automatable, totalImpact) => {
    expect(exploitabilityOf(vector)).toEqual({ automatable, totalImpact });
  });

  it.each(['', 'high', '9.8', 'CVSS:3.1/AV:N/AC:L', 'CVSS:3.1/PR:N', '/////'])(
    'knows nothing of %p',
    text => {
      expect(exploitabilityOf(text)).toBeUndefined();
    },
  );
});

describe('worstExploitability', () => {
  it('goes by the newest version, and the worst of that', () => {
    expect(
      worstExploitability([
        'AV:N/AC:L/Au:N/C:C/I:C/A:C',
        undefined,
        'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N',
        'no vector',
        'CVSS:3.0/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N',
      ]),
    ).toEqual({ automatable: true, totalImpact: true });
    expect(
      worstExploitability([
        'AV:N/AC:L/Au:N/C:C/I:C/A:C',
        'CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:L',
      ]),
    ).toEqual({ automatable: false, totalImpact: false });
    expect(worstExploitability([undefined, ''])).toBeUndefined();
  });
});
