import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '..');

/** For each folder, the folders that it may import from (design, section 5). */
const allowed: Record<string, string[]> = {
  model: [],
  sources: ['model'],
  mapping: ['model', 'store', 'ownership'],
  store: ['model'],
  history: ['store', 'posture'],
  intel: ['model', 'store'],
  recompute: ['model', 'store'],
  retention: ['model', 'store'],
  ingest: ['model', 'store', 'mapping', 'intel'],
  exceptions: ['model', 'store', 'authorization'],
  evaluation: ['model'],
  policy: ['model', 'evaluation'],
  ownership: ['model', 'store', 'evaluation', 'policy', 'authorization'],
  posture: ['model', 'store', 'mapping', 'evaluation', 'policy', 'ownership'],
  gate: ['model', 'store', 'evaluation', 'policy', 'posture'],
  admission: [
    'model',
    'sources',
    'store',
    'mapping',
    'ingest',
    'evaluation',
    'policy',
    'posture',
  ],
  authorization: [],
  api: [
    'model',
    'ingest',
    'exceptions',
    'posture',
    'gate',
    'admission',
    'policy',
    'history',
    'ownership',
    'authorization',
  ],
};

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      return name.startsWith('__') ? [] : filesIn(path);
    }
    return /\.ts$/.test(name) && !/\.test\.ts$/.test(name) ? [path] : [];
  });
}

const folderOf = (path: string) => relative(root, path).split('/')[0];

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']*)'/g)].map(
    ([, specifier]) => resolve(dirname(file), specifier),
  );
}

const files = filesIn(root).filter(
  file => relative(root, file).includes('/') && folderOf(file) !== 'tests',
);

describe('layering', () => {
  it('knows every folder', () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(
      Object.keys(allowed).sort(),
    );
  });

  it('lets data flow one way', () => {
    const violations = files.flatMap(file =>
      importsOf(file)
        .map(folderOf)
        .filter(target => target !== folderOf(file))
        .filter(target => !allowed[folderOf(file)]?.includes(target))
        .map(target => `${relative(root, file)} imports ${target}`),
    );
    expect(violations).toEqual([]);
  });

  it('keeps Knex queries in the store, and writes behind operations', () => {
    const violations = files
      .filter(file => !['store'].includes(folderOf(file)))
      .filter(file =>
        /\bknex\(|\btx\(|\.raw\(/.test(
          readFileSync(file, 'utf8').replace(/express\.raw\(/g, ''),
        ),
      )
      .map(file => relative(root, file));
    expect(violations).toEqual([]);
  });

  it('reads configuration in one place', () => {
    const readers = filesIn(root)
      .filter(file =>
        /getOptional(String|Number|Config|Boolean)/.test(
          readFileSync(file, 'utf8'),
        ),
      )
      .map(file => relative(root, file));
    expect(readers).toEqual(['config.ts']);
  });

  // Node prefers `.json` to `.ts`, Jest does not: only the running plugin would fail.
  it('names no data file like a module beside it', () => {
    const shadowed = files
      .filter(file => existsSync(file.replace(/\.ts$/, '.json')))
      .map(file => relative(root, file));
    expect(shadowed).toEqual([]);
  });

  it('keeps files small', () => {
    const lines = files
      .map(file => ({
        file: relative(root, file),
        lines: readFileSync(file, 'utf8').split('\n').length,
      }))
      .sort((a, b) => a.lines - b.lines);
    expect(lines.filter(entry => entry.lines > 400)).toEqual([]);
    expect(lines[Math.floor(lines.length / 2)].lines).toBeLessThanOrEqual(90);
  });
});
