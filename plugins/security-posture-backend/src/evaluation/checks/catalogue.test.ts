import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { catalogueEntrySchema } from 'backstage-plugin-security-posture-common';
import { defaultPolicyRules } from '../../model/policyRules';
import { catalogue } from '../catalogue';
import { features } from '../features';
import { checks } from '.';
import { buildChecks } from './build';
import { ciChecks } from './ci';
import { combinationChecks } from './combinations';
import { deployChecks } from './deploy';
import { runtimeChecks } from './runtime';

const lists = {
  build: buildChecks,
  ci: ciChecks,
  combinations: combinationChecks,
  deploy: deployChecks,
  runtime: runtimeChecks,
};

/** All practices that are served, in the order of the catalogue. */
const practices = [
  ...['B1', 'B2', 'B3', 'B4a', 'B4b', 'B4c', 'B5', 'B6'],
  ...['B7a', 'B7b', 'B7c', 'B7d', 'B8', 'B8a', 'B8b', 'B8c'],
  ...['D1', 'D1a', 'D1b', 'D1c', 'D1d', 'D2a', 'D2b', 'D3', 'D4'],
  ...['D5a', 'D5b', 'R1', 'R2a', 'R2b', 'R2c', 'R2d'],
  ...['F1', 'F2', 'F3a', 'F3b', 'I1', 'I2'],
];

function modulesIn(folder: string): string[] {
  return readdirSync(join(__dirname, folder)).filter(
    name => /\.ts$/.test(name) && !/\.test\.ts$|^index\.ts$/.test(name),
  );
}

const entries = catalogue();

describe('the catalogue', () => {
  it('knows every folder of checks', () => {
    const folders = readdirSync(__dirname).filter(name =>
      statSync(join(__dirname, name)).isDirectory(),
    );
    expect(folders.sort()).toEqual(Object.keys(lists));
  });

  it.each(Object.entries(lists))(
    'lists every file of %s exactly once',
    (folder, listed) => {
      // Each file exports one check, named like itself.
      const ids = modulesIn(folder).map(name => {
        const text = readFileSync(join(__dirname, folder, name), 'utf8');
        const exported = [
          ...text.matchAll(/^export const (\w+): Check = \{\s+id: '([^']+)'/gm),
        ];
        expect([name, exported.map(([, constant]) => constant)]).toEqual([
          name,
          [basename(name, '.ts')],
        ]);
        return exported[0][2];
      });
      expect(listed.map(({ id }) => id).sort()).toEqual(ids.sort());
    },
  );

  it('lists the checks of every folder', () => {
    expect([...checks]).toEqual(
      expect.arrayContaining(Object.values(lists).flat()),
    );
    expect(checks).toHaveLength(Object.values(lists).flat().length);
  });

  it('gives every entry an id of its own', () => {
    const ids = entries.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toHaveLength(checks.length + features.length);
  });

  it('serves every practice, and no other', () => {
    const served = new Set(entries.flatMap(entry => entry.practices));
    expect([...served].sort()).toEqual([...practices].sort());
  });

  it('is sorted by stage, then by practice', () => {
    const order = (stage: string) =>
      entries
        .filter(entry => entry.stage === stage)
        .map(entry => practices.indexOf(entry.practices[0]));
    const stages = entries.map(({ stage }) => stage);
    expect([...new Set(stages)]).toEqual(['build', 'deploy', 'runtime']);
    expect(stages).toEqual([
      ...stages.filter(stage => stage === 'build'),
      ...stages.filter(stage => stage === 'deploy'),
      ...stages.filter(stage => stage === 'runtime'),
    ]);
    for (const stage of ['build', 'deploy', 'runtime']) {
      expect(order(stage)).toEqual([...order(stage)].sort((a, b) => a - b));
    }
  });

  it.each(entries.map(entry => [entry.id, entry] as const))(
    'says all there is to say of %s',
    (_, entry) => {
      expect(catalogueEntrySchema.parse(entry)).toEqual(entry);
      const { title, rule, why, passes, fix, inputs, kind } = entry;
      expect(inputs.length).toBeGreaterThan(0);
      for (const text of [title, rule, why, passes, ...inputs]) {
        expect(text.trim()).toBe(text);
        expect(text.length).toBeGreaterThan(3);
      }
      expect(title).not.toMatch(/\.$/);
      for (const sentence of [rule, why, passes]) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
      }
      if (kind === 'check') {
        expect(fix?.text).toMatch(/\.$/);
      }
    },
  );

  it('weighs each check between nothing and all', () => {
    for (const { id, weight } of checks) {
      expect([id, weight >= 0 && weight <= 1]).toEqual([id, true]);
    }
  });

  it('holds every check that the default policy enforces', () => {
    const ids = new Set(checks.map(({ id }) => id));
    expect(
      Object.keys(defaultPolicyRules.checks).filter(id => !ids.has(id)),
    ).toEqual([]);
  });
});
