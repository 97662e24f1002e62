import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtInSources } from './registry';

const folders = readdirSync(__dirname).filter(
  name =>
    !name.startsWith('__') && statSync(join(__dirname, name)).isDirectory(),
);

describe('the registry of sources', () => {
  it('equals the folders', () => {
    expect(builtInSources.map(({ id }) => id).sort()).toEqual(folders.sort());
  });

  it.each(folders)('%s has its fixtures and its README', folder => {
    for (const part of ['source.ts', '__fixtures__', 'README.md']) {
      expect([part, existsSync(join(__dirname, folder, part))]).toEqual([
        part,
        true,
      ]);
    }
  });

  it('recognises nothing in what is no report', () => {
    for (const value of [{}, [], [1], [[]], { kind: 'Pod' }, { items: [] }]) {
      expect(
        builtInSources.filter(
          ({ id, recognise }) =>
            id !== 'kubernetes' && recognise(value as object as never),
        ),
      ).toEqual([]);
    }
  });
});
