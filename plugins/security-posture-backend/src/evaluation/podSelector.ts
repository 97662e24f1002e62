import type { LabelSelector } from '../model/facts';

type Labels = Record<string, string>;

/**
 * Whether a label selector of Kubernetes selects something with these labels:
 * all of `matchLabels` and `matchExpressions` have to match, and an empty
 * selector matches everything. `NotIn` matches where the label is absent.
 */
export function selects(
  { matchLabels, matchExpressions }: LabelSelector,
  labels: Labels,
): boolean {
  return (
    hasLabels(labels, matchLabels) &&
    matchExpressions.every(({ key, operator, values }) => {
      const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        default:
          return value === undefined;
      }
    })
  );
}

/** Whether all of the wanted labels are there with their values. */
export function hasLabels(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => Object.hasOwn(labels, key) && labels[key] === value,
  );
}
