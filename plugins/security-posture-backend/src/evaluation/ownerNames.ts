import type { ComponentFacts, WorkloadFacts } from '../model/facts';
import { namespaceObject, podAnnotations, podLabels, servicesOf } from './pods';

export const EMAIL = /^[a-z0-9_.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** What names an owner, and where. */
export interface NamedOwner {
  key: string;
  value: string;
  /** `the workload`, `its pods`, `Service checkout`, `namespace shop` */
  on: string;
  isValid: boolean;
}

type Named = [on: string, maps: Record<string, string>[]];

/**
 * The owners that annotations and labels name, the closest to the workload
 * first, and at one place in the order of the keys.
 */
export function namedOwners(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  keys: readonly string[],
): NamedOwner[] {
  const namespace = namespaceObject(facts, workload.subject);
  const places: Named[] = [
    ['the workload', [workload.annotations, workload.labels]],
    ['its pods', [podAnnotations(workload), podLabels(workload)]],
    ...servicesOf(facts, workload).map(
      ({ object }): Named => [
        `Service ${object.name}`,
        [object.annotations, object.labels],
      ],
    ),
    ...(namespace
      ? [
          [
            `namespace ${namespace.name}`,
            [namespace.annotations, namespace.labels],
          ] satisfies Named,
        ]
      : []),
  ];
  return places.flatMap(([on, maps]) =>
    keys.flatMap(key =>
      maps
        .filter(map => Object.hasOwn(map, key))
        .map(map => {
          const value = map[key].trim();
          return { key, value, on, isValid: isValid(key, value) };
        }),
    ),
  );
}

function isValid(key: string, value: string): boolean {
  return isEmailKey(key) ? EMAIL.test(value) : value !== '';
}

export function isEmailKey(key: string): boolean {
  return /(^|[/.-])e-?mail$/i.test(key);
}

/** Whether it is the name of a team or person, and no address, channel or link. */
export function isName({ key, value, isValid: valid }: NamedOwner): boolean {
  return (
    valid &&
    !isEmailKey(key) &&
    !/(^|[/.-])(chat|slack|support)$/i.test(key) &&
    !/^#|.@|:\/\//.test(value)
  );
}

/**
 * A name as it can be compared: of `group:default/team-payments`, `@payments`
 * and `Payments Team` remains `payments`.
 */
export function plainName(owner: string): string {
  const words = owner
    .toLowerCase()
    .replace(/^.*[/:@]/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter(word => word !== 'team');
  return (telling.length > 0 ? telling : words).join('-');
}
