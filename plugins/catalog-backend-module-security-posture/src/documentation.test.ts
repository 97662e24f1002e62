import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { annotationsOf, readAnnotations } from './annotations';
import { readConfig } from './config';
import { copyAnnotations } from './copy';
import { STATUS_TYPE } from './withWarnings';

const root = resolve(__dirname, '..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');

/** The block of code of a language that holds a text. */
function block(language: string, text: string): string {
  const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const found = blocks.filter(
    ([, own, code]) => own === language && code.includes(text),
  );
  expect(found).toHaveLength(1);
  return found[0][2];
}

const warningsOf = (entity: Entity) =>
  readAnnotations(annotationsOf(entity) ?? new Map()).warnings;

describe('the README', () => {
  const example: Entity = parse(block('yaml', '# catalog-info.yaml'));
  const { copy } = readConfig(
    mockServices.rootConfig({
      data: parse(block('yaml', '# app-config.yaml')),
    }),
  );

  it('shows an entity whose annotations are right', () => {
    expect(Object.keys(example.metadata.annotations ?? {})).toHaveLength(4);
    expect(warningsOf(example)).toEqual([]);
  });

  it('shows rules that do what it says', () => {
    const annotations = { 'acme.example/image': 'ghcr.io/acme/shop-web' };
    const metadata = { name: 'shop', labels: { tier: '2' } };
    const entity = { ...example, metadata };
    const copied = copyAnnotations(entity, copy);
    expect(copied.metadata.annotations).toEqual({
      'security-posture.io/images': 'ghcr.io/acme/shop',
      'security-posture.io/workloads': 'default/shop',
      'security-posture.io/tier': '2',
    });
    expect(warningsOf(copied)).toEqual([]);
    expect(
      copyAnnotations(
        { ...entity, metadata: { ...metadata, annotations } },
        copy,
      ).metadata.annotations,
    ).toMatchObject({ 'security-posture.io/images': 'ghcr.io/acme/shop-web' });
  });

  it('shows a warning as it is', () => {
    const { type, message } = JSON.parse(block('json', '"level"'));
    const metadata = {
      name: 'shop',
      annotations: { 'security-posture.io/images': 'ghcr.io/acme/shop:1.2' },
    };
    expect(type).toBe(STATUS_TYPE);
    expect(warningsOf({ ...example, metadata })).toEqual([message]);
  });

  it('tells of every key of a rule', () => {
    const types = readFileSync(resolve(root, 'config.d.ts'), 'utf8');
    const keys = [...types.matchAll(/^ {10}(\w+)\??:/gm)].map(([, key]) => key);
    expect(keys).toEqual(['to', 'template', 'kinds', 'types', 'unless']);
    for (const key of keys) expect(readme).toMatch(`\n| \`${key}\``);
  });

  it('names the package to install', () => {
    const { name } = JSON.parse(
      readFileSync(resolve(root, 'package.json'), 'utf8'),
    );
    expect(block('ts', 'backend.add')).toContain(`import('${name}')`);
    expect(block('sh', 'yarn')).toContain(` add ${name}\n`);
  });
});
