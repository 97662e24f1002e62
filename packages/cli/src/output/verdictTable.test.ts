import { failing, verdict, violation } from '../__testUtils__/answers';
import { createPaint, wantsColour } from './paint';
import { verdictTable } from './verdictTable';

const plainly = createPaint(false);
const table = (of: Parameters<typeof verdictTable>[0], width = 80) =>
  verdictTable(of, { paint: plainly, width });
const failedBy = (over: Parameters<typeof violation>[0]) =>
  verdict({ result: 'fail', violations: [violation(over)] });

describe('verdictTable', () => {
  it('says no more than that it passed, and of what', () => {
    expect(table(verdict()).split('\n').slice(0, 3)).toEqual([
      'Security policy: passed',
      'Point build, mode enforce',
      'Component component:default/shop',
    ]);
    expect(table(verdict())).not.toContain('|');
  });

  it.each([60, 80, 120])('stays within %i characters', width => {
    const words = 'A reason that needs a good many words. '.repeat(12);
    const long = 'sha512:'.concat('f'.repeat(300));
    const lines = table(failedBy({ summary: `${words} ${long}` }), width)
      .split('\n')
      .filter(line => line.startsWith('|'));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(
      width,
    );
    const shown = lines.map(line => line.split(' | ')[2]).join('');
    expect(shown).toContain('f'.repeat(300));
  });

  it('does not break code, so that it can be copied', () => {
    const code = `RUN ${'apt-get '.repeat(20)}`.trim();
    const fix = {
      text: 'Do.',
      snippet: { language: 'dockerfile' as const, code },
    };
    expect(table(failedBy({ fix }), 60)).toContain(`    ${code}\n`);
  });

  it('keeps the columns apart where a check has a long name', () => {
    const [row] = table(failedBy({ checkId: 'a'.repeat(70) }))
      .split('\n')
      .filter(line => line.includes('blocks'));
    expect(row).toMatch(/^\| blocks \| a{32} \| Two/);
  });

  it('counts the evidence that it does not show', () => {
    const [evidence] = violation().evidence;
    const shown = table(
      failedBy({ evidence: Array(8).fill(evidence), evidenceTotal: 31 }),
    );
    expect(shown.match(/- CVE-2026-0001/g)).toHaveLength(5);
    expect(shown).toContain('- and 26 more');
  });

  it('tells once of a check that blocks because nothing tells', () => {
    const shown = table({
      ...failing,
      unknown: [{ checkId: 'gate.fixable-high', summary: 'Nothing tells.' }],
    });
    expect(shown.match(/gate\.fixable-high/g)).toHaveLength(1);
  });

  it('says what would block in another mode', () => {
    const shown = table({ ...failing, result: 'pass', mode: 'dry-run' });
    expect(shown).toContain(
      'passed in mode dry-run; 1 check would block in mode enforce',
    );
    expect(shown).toContain('| would block |');
  });

  it('lets no text of a report command the terminal or the CI', () => {
    const evil =
      '\u001b[2Jx\n::set-env name=PATH::/tmp\r##vso[task.setvariable]y ##[error]z \u202egpj';
    const shown = table(
      failedBy({
        summary: evil,
        checkId: evil,
        fix: { text: evil, snippet: { language: 'shell', code: evil } },
      }),
    );
    // eslint-disable-next-line no-control-regex
    expect(shown).not.toMatch(/[\u001b\r\u202e]/);
    expect(shown).not.toMatch(/^\s*::/m);
    expect(shown).not.toContain('##vso[');
    expect(shown).not.toContain('##[');
  });

  it('colours only where asked', () => {
    const coloured = verdictTable(failing, {
      paint: createPaint(true),
      width: 80,
    });
    expect(coloured).toContain('\u001b[31mblocks');
    // eslint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(table(failing));
  });
});

describe('wantsColour', () => {
  const terminal = { isTerminal: true, refused: false };
  const log = { isTerminal: false, refused: false };

  it.each([
    [{}, terminal, true],
    [{}, log, false],
    [{ FORCE_COLOR: '1' }, log, true],
    [{ FORCE_COLOR: '0' }, terminal, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, terminal, false],
    [{ TERM: 'dumb' }, terminal, false],
    [{ FORCE_COLOR: '1' }, { ...terminal, refused: true }, false],
  ])('%j %j: %p', (env, context, expected) => {
    expect(wantsColour(env, context)).toBe(expected);
  });
});
