import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { parseArguments } from './arguments';
import { options } from './arguments/options';

const root = resolve(__dirname, '../../..');
const pages = [
  'packages/cli/README.md',
  'docs/gate.md',
  ...readdirSync(join(root, 'docs/ci')).map(name => `docs/ci/${name}`),
];
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

interface Block {
  language: string;
  code: string;
}

function blocksOf(page: string): Block[] {
  return [...textOf(page).matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ([, indent, language, code]) => ({
      language,
      code: code.replace(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

/** Every call of the command in a block, in words as a shell would split it. */
function callsIn({ code }: Block): string[][] {
  return [
    ...code
      .replace(/\\\n\s*/g, ' ')
      .matchAll(/\bsecurity-posture ((?:gate|send)\b[^\n|&;'>]*)/g),
  ].map(([, call]) =>
    [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare,
    ),
  );
}

const blocks = pages.flatMap(page =>
  blocksOf(page).map(block => ({ page, ...block })),
);
const yamlBlocks = blocks.filter(({ language }) => language === 'yaml');
const calls = blocks.flatMap(block =>
  callsIn(block).map(words => ({ page: block.page, words })),
);

describe('the documentation', () => {
  it('has blocks of YAML and calls on every page that needs them', () => {
    const withYaml = new Set(yamlBlocks.map(({ page }) => page));
    expect([...withYaml].sort()).toEqual([
      'docs/ci/github-actions.md',
      'docs/ci/gitlab.md',
      'docs/ci/tekton.md',
      'docs/gate.md',
    ]);
    expect([...new Set(calls.map(({ page }) => page))].sort()).toEqual(
      [...pages].sort(),
    );
  });

  it.each(yamlBlocks)('has YAML that parses in $page', ({ code }) => {
    const documents = parseAllDocuments(code, { strict: true });
    expect(documents.length).toBeGreaterThan(0);
    for (const document of [documents].flat()) {
      expect(document.errors).toEqual([]);
      expect(document.warnings).toEqual([]);
    }
  });

  it.each(calls)('calls the command as it is: $page $words', ({ words }) => {
    const env = {
      SECURITY_POSTURE_URL: 'https://backstage.example',
    };
    expect(parseArguments(words, env)).toHaveProperty('command', words[0]);
  });

  it('tells of every option and of no other', () => {
    const table = textOf('docs/gate.md')
      .split('## Options')[1]
      .split('\n## ')[0];
    const named = [...table.matchAll(/`--([a-z-]+)`/g)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(options).sort());
    const variables = [...table.matchAll(/`(SECURITY_POSTURE_\w+)`/g)];
    expect(variables.map(([, name]) => name).sort()).toEqual(
      Object.values(options)
        .flatMap(({ env }) => env ?? [])
        .sort(),
    );
  });

  it('sets no variable that the command does not read', () => {
    const known = Object.values(options).map(({ env }) => env);
    const set = blocks.flatMap(({ code }) => [
      ...code.matchAll(/\b(SECURITY_POSTURE_[A-Z_]+)\b/g),
    ]);
    const unknown = set
      .map(([, name]) => name)
      .filter(name => !known.includes(name))
      // Read by the backend's configuration.
      .filter(name => name !== 'SECURITY_POSTURE_CI_TOKEN');
    expect(unknown).toEqual([]);
  });
});
