import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { JsonValue } from '@backstage/types';

const MAX_TEMPLATE = 1000;
const MAX_VALUE = 5000;
const ROOT = /^(apiVersion|kind|metadata|spec)(?![\w-])/;
const STEP = /^(?:\.([A-Za-z_][\w-]*)|\['([^'\]]+)'\]|\["([^"\]]+)"\])/;

/** What is wrong with a template. */
export class TemplateError extends Error {}

type Part = { text: string } | { path: string[] };

/** A text with places for fields of an entity: `ghcr.io/acme/{{ metadata.name }}`. */
export class Template {
  readonly #parts: Part[];

  /** @throws TemplateError */
  static parse(text: string): Template {
    if (text.trim() === '') throw new TemplateError('is empty');
    if (text.length > MAX_TEMPLATE) {
      throw new TemplateError(`is longer than ${MAX_TEMPLATE} characters`);
    }
    const [start, ...places] = text.split('{{');
    const parts: Part[] = [{ text: start }];
    for (const place of places) {
      const [path, rest, ...more] = place.split('}}');
      if (rest === undefined) {
        throw new TemplateError(`'{{${place}' has no }}, or has {{ within`);
      }
      if (more.length > 0) {
        throw new TemplateError(`'}}' ends nothing after '{{${path}}}'`);
      }
      parts.push({ path: readPath(path.trim()) }, { text: rest });
    }
    if (start.includes('}}')) throw new TemplateError(`'}}' ends nothing`);
    return new Template(parts);
  }

  private constructor(parts: Part[]) {
    this.#parts = parts;
  }

  /**
   * The text for one entity. What fields hold is taken as it is, never as a
   * template.
   *
   * @returns undefined if a field is missing, is empty or holds no single
   * value, or if the text would be too long
   */
  render({ apiVersion, kind, metadata, spec }: Entity): string | undefined {
    const entity: JsonValue = {
      apiVersion,
      kind,
      metadata: { namespace: DEFAULT_NAMESPACE, ...metadata },
      spec,
    };
    let text = '';
    for (const part of this.#parts) {
      const value =
        'text' in part ? part.text : textOf(part.path.reduce(field, entity));
      if (value === undefined) return undefined;
      text += value;
      if (text.length > MAX_VALUE) return undefined;
    }
    return text.trim();
  }
}

function readPath(text: string): string[] {
  const root = ROOT.exec(text)?.[1];
  if (root === undefined) {
    throw new TemplateError(
      `'${text}' is no field of an entity; it has to begin with apiVersion, kind, metadata or spec`,
    );
  }
  const path = [root];
  let rest = text.slice(root.length);
  while (rest !== '') {
    const step = STEP.exec(rest);
    if (!step) {
      throw new TemplateError(
        `'${text}' cannot be read from '${rest}' on; names with other characters are written as metadata.annotations['example.com/image']`,
      );
    }
    path.push(step[1] ?? step[2] ?? step[3]);
    rest = rest.slice(step[0].length);
  }
  return path;
}

function field(
  value: JsonValue | undefined,
  name: string,
): JsonValue | undefined {
  return typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.hasOwn(value, name)
    ? value[name]
    : undefined;
}

function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : undefined;
}
