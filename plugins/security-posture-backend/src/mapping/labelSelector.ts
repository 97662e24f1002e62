type Requirement = (labels: Record<string, string>) => boolean;

/**
 * A Kubernetes label selector: `a=b`, `a!=b`, `a`, `!a`, `a in (b, c)`,
 * `a notin (b)`, joined by commas.
 *
 * @returns undefined if the text is no selector
 */
export function labelSelector(text: string): Requirement | undefined {
  const parts = text.match(/[^,(]+(\([^)]*\))?/g) ?? [];
  const requirements = parts.map(part => requirement(part.trim()));
  const known = requirements.filter(part => part !== undefined);
  return known.length > 0 && known.length === requirements.length
    ? labels => known.every(matches => matches(labels))
    : undefined;
}

function requirement(text: string): Requirement | undefined {
  const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return labels =>
      valueOf(labels, key) === undefined
        ? operator === 'notin'
        : values.includes(labels[key]) === (operator === 'in');
  }
  const equality = /^([^\s=!]+)\s*(==|=|!=)\s*([^\s=!]*)$/.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return labels => (valueOf(labels, key) === value) === (operator !== '!=');
  }
  const existence = /^(!?)([^\s=!()]+)$/.exec(text);
  if (existence) {
    const [, not, key] = existence;
    return labels => (valueOf(labels, key) !== undefined) === (not === '');
  }
  return undefined;
}

function valueOf(
  labels: Record<string, string>,
  key: string,
): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
