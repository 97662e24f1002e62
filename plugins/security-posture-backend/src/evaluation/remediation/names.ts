import type { Subject } from 'backstage-plugin-security-posture-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { count, namesOf } from '../judgements';
import type { Part } from './Action';

/** `shop and cart`: the components of an action. */
export function componentNames(parts: readonly Part[]): string {
  return namesOf(
    parts.map(
      ({ component }) =>
        parseEntityRef(component.facts.component.entityRef).name,
    ),
  );
}

/** `12 findings`, `12 findings in shop and cart`. */
export function countFindings(parts: readonly Part[]): string {
  const total = parts.reduce((sum, { findings }) => sum + findings.length, 0);
  const where = parts.length > 1 ? ` in ${componentNames(parts)}` : '';
  return `${count(total, 'finding')}${where}`;
}

/** `prod/shop/checkout` of a workload, `ghcr.io/acme/shop` of an image line. */
export function subjectName({ cluster, namespace, name }: Subject): string {
  return [cluster, namespace, name].filter(Boolean).join('/');
}

const plain = /^[\w][\w./:@-]*$/;

/** Whether a name that a report gave may stand in a command that people copy. */
export function isPlain(name: string | undefined): name is string {
  return name !== undefined && plain.test(name);
}
