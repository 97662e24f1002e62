import { help } from './help';
import { options } from './options';
import { parseArguments } from './parseArguments';
import { settingsSchema } from './settings';

const env = { SECURITY_POSTURE_URL: 'https://backstage.example' };

describe('parseArguments', () => {
  it('reads a command, its files and its options in any order', () => {
    const parsed = parseArguments(
      ['--retries=0', 'gate', 'a.json', '--entity', 'component:a/b', '-'],
      env,
    );
    expect(parsed).toMatchObject({
      command: 'gate',
      files: ['a.json', '-'],
      settings: {
        url: 'https://backstage.example',
        entity: 'component:a/b',
        retries: 0,
        timeout: 120,
        output: 'table',
        'warn-only': false,
      },
    });
  });

  it('prefers an option to the environment, and takes empty ones for none', () => {
    const variables = {
      ...env,
      SECURITY_POSTURE_BRANCH: 'of-environment',
      SECURITY_POSTURE_COMMIT: 'c0ffee\n',
      SECURITY_POSTURE_CLUSTER: '',
    };
    const parsed = parseArguments(
      ['send', 'a.json', '--branch', 'of-option', '--commit', ''],
      variables,
    );
    expect(parsed).toMatchObject({
      settings: { branch: 'of-option', commit: 'c0ffee' },
    });
    expect(parsed).not.toHaveProperty('settings.cluster');
  });

  it.each([
    [[], 'No command given'],
    [['gat'], "Unknown command 'gat'"],
    [['gate', '--entity', 'a', '--colour'], "Unknown option '--colour'"],
    [['gate'], 'gate needs --entity or --image, or files'],
    [['send'], 'send needs at least one file'],
    [['send', 'a', '--warn-only'], '--warn-only is no option of send'],
    [['send', 'a', '--image', 'b'], '--image is no option of send'],
    [['send', 'a', '--output', 'sarif'], '--output: sarif'],
    [['gate', 'a', '--output', 'xml'], '--output: expected one of table'],
    [['gate', 'a', '--retries', 'many'], '--retries: expected a whole number'],
    [['gate', 'a', '--timeout', '0'], '--timeout: expected a whole number'],
    [['gate', '--entity', '--image', 'a'], '--entity'],
  ])('refuses %j', (argv, message) => {
    expect(() => parseArguments(argv, env)).toThrow(message);
  });

  it('asks for the address of the backend', () => {
    expect(() => parseArguments(['gate', 'a'], {})).toThrow(
      'SECURITY_POSTURE_URL',
    );
  });

  it('knows a setting for every option', () => {
    const settings = Object.keys(settingsSchema.shape);
    expect([...settings, 'help', 'version'].sort()).toEqual(
      Object.keys(options).sort(),
    );
  });
});

describe('help', () => {
  it('tells of every option on lines of at most 80 characters', () => {
    const lines = help().split('\n');
    for (const name of Object.keys(options)) {
      expect(lines).toContainEqual(
        expect.stringMatching(new RegExp(`^ {2}--${name} `)),
      );
    }
    expect(lines.filter(line => line.length > 80)).toEqual([]);
  });
});
