import { readPolicy } from './readPolicy';

const known = [
  'gate.fixable-high',
  'gate.scan-missing',
  'deploy.privileged',
  'deploy.hostPath',
  'deploy.owner.annotation',
  'runtime.scan',
];

const read = (data: unknown) => readPolicy(data, known);

describe('a policy that cannot hold', () => {
  const match = { tag: 'a' };

  it.each<[unknown, string]>([
    ['strict', ' must be a map of mode, thresholds'],
    [
      { chekcs: {} },
      '.chekcs is not known; expected mode, thresholds, freshness',
    ],
    [
      { mode: 'enforced' },
      '.mode must be one of dry-run, warn, enforce or a map of build, admission, got "enforced"; did you mean enforce?',
    ],
    [
      { mode: { build: 'strict' } },
      '.mode.build must be one of dry-run, warn, enforce, got "strict"',
    ],
    [
      { mode: { deploy: 'warn' } },
      '.mode.deploy is not known; expected build, admission',
    ],
    [{ mode: 3 }, '.mode must be one of dry-run'],
    [
      { thresholds: { severity: 'unknown' } },
      '.thresholds.severity must be one of critical, high, medium, low, info, got "unknown"',
    ],
    [
      { thresholds: { cvss: 11 } },
      '.thresholds.cvss must be a number from 0 to 10, got 11',
    ],
    [
      { thresholds: { fixableOnly: 'yes' } },
      '.thresholds.fixableOnly must be true or false, got "yes"',
    ],
    [
      { freshness: { buildScan: 'soon' } },
      '.freshness.buildScan must be a duration above zero and at most 36500 days, such as 7d, P7D or { days: 7 }, got "soon"',
    ],
    [
      { freshness: { buildScan: 7 } },
      '.freshness.buildScan must be a duration',
    ],
    [
      { freshness: { imageAge: '0d' } },
      '.freshness.imageAge must be a duration',
    ],
    [
      { freshness: { imageAge: { day: 1 } } },
      '.freshness.imageAge must be a duration',
    ],
    [
      { freshness: { decisions: 'P999Y' } },
      '.freshness.decisions must be a duration',
    ],
    [
      { trustedRegistries: [] },
      '.trustedRegistries must name at least one, or be left out',
    ],
    [
      { trustedRegistries: ['https://ghcr.io'] },
      '.trustedRegistries[0] must be a host or a host with a path, such as ghcr.io/acme, got "https://ghcr.io"',
    ],
    [{ trustedBuilders: [] }, '.trustedBuilders must name at least one'],
    [{ trustedBaseImages: [''] }, '.trustedBaseImages[0] must not be empty'],
    [
      { ownerAnnotations: 'team' },
      '.ownerAnnotations must be a list, got "team"',
    ],
    [
      { registries: [{ private: true }] },
      '.registries[0].host must be a text, got nothing',
    ],
    [
      { packages: { pass: 200 } },
      '.packages.pass must not be above packages.warn, got 200 and 120',
    ],
    [
      { packages: { pass: 1.5 } },
      '.packages.pass must be a whole number from 0 to 100000, got 1.5',
    ],
    [
      { allowedCapabilities: ['SYS ADMIN'] },
      '.allowedCapabilities[0] must be a capability such as NET_BIND_SERVICE',
    ],
    [
      { checks: { 'deploy.privilegd': 'block' } },
      '.checks.deploy.privilegd is not a check; did you mean deploy.privileged?',
    ],
    [
      { checks: { 'build.*': 'block' } },
      '.checks.build.* matches no check; GET /v1/checks lists them',
    ],
    [
      { checks: { 'deploy.hostPath': 'deny' } },
      '.checks.deploy.hostPath must be one of off, warn, block or a map of build, admission, got "deny"',
    ],
    [
      { checks: { 'deploy.hostPath': { admission: true } } },
      '.checks.deploy.hostPath.admission must be one of off, warn, block, got true',
    ],
    [
      {
        checks: { 'deploy.h*': 'warn', '*hostPath': 'off', '*.hostP*': 'off' },
      },
      '.checks.*hostPath contradicts deploy.h*: for deploy.hostPath at build one says off and the other warn; name the check itself',
    ],
    [
      { checks: ['deploy.hostPath'] },
      '.checks must be a map of checks, got ["deploy.hostPath"]',
    ],
    [
      { unknown: 'fail' },
      '.unknown must be one of off, warn, block, got "fail"',
    ],
    [{ rules: {} }, '.rules must be a list, got {}'],
    [
      { rules: [{ mode: 'warn' }] },
      '.rules[0].match must say which components the rule is for',
    ],
    [{ rules: [{ match: {} }] }, '.rules[0].match must say which components'],
    [
      { rules: [{ match: { team: 'a' } }] },
      '.rules[0].match.team is not known; expected entityRef, system, namespace',
    ],
    [
      { rules: [{ match: { tag: [] } }] },
      '.rules[0].match.tag must name at least one, or be left out, got []',
    ],
    [
      { rules: [{ match, rules: [] }] },
      '.rules[0].rules is not known; expected match, mode',
    ],
    [
      { rules: [{ match, packages: { warn: 10 } }] },
      '.rules[0].packages.pass must not be above packages.warn, got 40 and 10',
    ],
    [
      { rules: [{ match, checks: { 'gate.scan-mising': 'off' } }] },
      '.rules[0].checks.gate.scan-mising is not a check; did you mean gate.scan-missing?',
    ],
    [
      { admission: { failurePolicy: 'fail' } },
      '.admission.failurePolicy must be one of open, closed, got "fail"',
    ],
    [
      { admission: { link: 'https://portal.example/{entity}' } },
      '.admission.link must be an http or https address',
    ],
  ])('%j: %s', (data, message) => {
    expect(() => read(data)).toThrow(`securityPosture.policy${message}`);
  });

  it('suggests the key that was meant', () => {
    expect(() => read({ chekcs: {} })).toThrow(
      /rules, admission; did you mean checks\?$/,
    );
  });

  it('tells all problems at once', () => {
    expect(() =>
      read({ mode: 'on', unknown: 1, thresholds: { cvss: -1 } }),
    ).toThrow(
      /policy\.mode .*\n.*policy\.thresholds\.cvss .*\n.*policy\.unknown /,
    );
    expect(() =>
      read({ trustedBuilders: Array.from({ length: 30 }, () => 1) }),
    ).toThrow('and 20 more');
  });

  it('is a mistake of who sent it', () => {
    expect(() => read({ mode: 'on' })).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
