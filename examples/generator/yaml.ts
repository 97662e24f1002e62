type Value = string | number | boolean | Value[] | { [key: string]: Value };

/** Documents of YAML, separated by `---`. Knows as much as a policy report needs. */
export function toYaml(...documents: unknown[]): string {
  return documents.map(document => block(document as Value, 0)).join('---\n');
}

function block(value: Value, depth: number): string {
  const indent = '  '.repeat(depth);
  if (Array.isArray(value)) {
    return value
      .map(item => {
        if (!isNested(item)) return `${indent}- ${scalar(item)}\n`;
        return `${indent}- ${block(item, depth + 1).trimStart()}`;
      })
      .join('');
  }
  return Object.entries(value as { [key: string]: Value })
    .map(([key, item]) => {
      const start = `${indent}${scalar(key)}:`;
      if (!isNested(item)) return `${start} ${scalar(item)}\n`;
      if (isEmpty(item))
        return `${start} ${Array.isArray(item) ? '[]' : '{}'}\n`;
      return `${start}\n${block(item, depth + 1)}`;
    })
    .join('');
}

function isNested(value: Value): boolean {
  return typeof value === 'object';
}

function isEmpty(value: Value): boolean {
  return Object.keys(value).length === 0;
}

/** Plain where a reader of YAML would see the same text, else quoted. */
function scalar(value: Value): string {
  if (typeof value !== 'string') return String(value);
  const plain =
    /^[a-zA-Z/][a-zA-Z0-9 ./_-]*$/.test(value) &&
    !/^(y|n|yes|no|on|off|true|false|null)$/i.test(value) &&
    !/\s$/.test(value);
  return plain ? value : JSON.stringify(value);
}
