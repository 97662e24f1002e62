import type { Entity } from '@backstage/catalog-model';
import { annotationsOf } from '../annotations';
import { isReadKind } from '../readKinds';
import type { Template } from './Template';

/** An annotation that is made of other fields of an entity. */
export interface CopyRule {
  /** The annotation that is set. */
  to: string;
  template: Template;
  /** Kinds that the rule is for. Absent: all that are read. */
  kinds?: string[];
  /** Values of `spec.type` that the rule is for. Absent: any. */
  types?: string[];
  /** An annotation whose presence keeps the rule away. */
  unless?: string;
}

/**
 * The entity with the annotations that rules make of it. What it has itself is
 * kept, and rules see nothing of what other rules made. Pure.
 *
 * @returns the same entity if there is nothing to copy
 */
export function copyAnnotations(entity: Entity, rules: CopyRule[]): Entity {
  const own = annotationsOf(entity);
  if (!own) return entity;
  const copied = new Map<string, string>();
  for (const rule of rules) {
    if (own.has(rule.to) || copied.has(rule.to)) continue;
    if (!isFor(rule, entity, own)) continue;
    const value = rule.template.render(entity);
    if (value !== undefined) copied.set(rule.to, value);
  }
  if (copied.size === 0) return entity;
  const annotations = {
    ...entity.metadata.annotations,
    ...Object.fromEntries(copied),
  };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

function isFor(
  { kinds, types, unless }: CopyRule,
  { kind, spec }: Entity,
  own: ReadonlyMap<string, string>,
): boolean {
  return (
    isReadKind(kind) &&
    (!kinds || kinds.some(each => isSame(each, kind))) &&
    (!types || types.some(each => isSame(each, `${spec?.type}`))) &&
    (unless === undefined || !own.has(unless))
  );
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
