import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { enforcementPoints } from 'backstage-plugin-security-posture-common';
import { parse } from 'yaml';
import { readConfig } from '../config';
import { defaultPolicyRules } from '../model/policyRules';
import { policyDocument } from './schema';

const text = readFileSync(
  join(__dirname, '../../../../docs/policy.md'),
  'utf8',
);

const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code]) => code,
  );

const declared = readFileSync(join(__dirname, '../../config.d.ts'), 'utf8');

const read = (data: object) => readConfig(mockServices.rootConfig({ data }));

describe('docs/policy.md', () => {
  it.each(blocks('yaml'))('shows a policy that can be read: %s', example => {
    expect(() => read(parse(example))).not.toThrow();
  });

  it('shows several', () => {
    expect(blocks('yaml').length).toBeGreaterThanOrEqual(5);
  });

  it('shows errors as they are', () => {
    const lines = blocks('text').flatMap(block => block.trim().split('\n'));
    const mistakes = [
      { mode: 'enforced' },
      { checks: { 'deploy.privilegd': 'block' } },
    ];
    expect(lines).toHaveLength(mistakes.length);
    for (const [index, policy] of mistakes.entries()) {
      expect(() => read({ securityPosture: { policy } })).toThrow(lines[index]);
    }
  });

  it('lists the checks that are enforced by default', () => {
    const rows = text
      .split('\n')
      .filter(line => /^\|.*`(block|warn|off)` +\|$/.test(line))
      .filter(line => !line.includes('all others'));
    const told = rows.flatMap(row => {
      const [, ids, ...columns] = row.split('|');
      const [build, admission] = columns.map(cell =>
        cell.replace(/`/g, '').trim(),
      );
      return [...ids.matchAll(/`([^`]+)`/g)].map(([, id]) => [
        id,
        { build, admission },
      ]);
    });
    expect(Object.fromEntries(told)).toEqual(defaultPolicyRules.checks);
    expect(Object.keys(told[0][1])).toEqual([...enforcementPoints]);
  });
});

describe('config.d.ts', () => {
  it('declares every key of a policy', () => {
    const { thresholds, freshness, admission } = policyDocument.shape;
    const keys = [
      policyDocument,
      ...[thresholds, freshness, admission].map(part => part.unwrap()),
    ].flatMap(({ shape }) => Object.keys(shape));
    expect(keys).toContain('exemptNamespaces');
    expect(
      keys.filter(key => !new RegExp(`\\b${key}\\?:`).test(declared)),
    ).toEqual([]);
  });
});
