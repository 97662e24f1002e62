import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { PayloadTooLargeError } from '../../model/errors';
import type { DecodeLimits } from './limits';
import type { ReadValues } from './readJson';

/** YAML 1.2 documents, without custom tags and without multiplying aliases. */
export function readYaml(text: string, limits: DecodeLimits): ReadValues {
  if (text.length > limits.maxYamlBytes) {
    throw new PayloadTooLargeError(
      `The body is YAML and larger than maxYamlBytes (${limits.maxYamlBytes}); send it as JSON`,
    );
  }
  const documents = parse(text);
  const values = documents.flatMap((document, index) => {
    const path = documents.length > 1 ? `document ${index + 1}` : '$';
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) {
      const place = problem.linePos?.[0];
      throw new InputError(
        `The body is neither valid JSON nor YAML: ${problem.code} in ${path}${
          place ? ` at line ${place.line}, column ${place.col}` : ''
        }`,
      );
    }
    let value: unknown;
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch {
      throw new InputError(
        `The YAML of ${path} cannot be resolved: too many aliases, or too deep`,
      );
    }
    return value === null || value === undefined ? [] : [{ value, path }];
  });
  return { values, skipped: [] };
}

function parse(text: string) {
  try {
    const documents = parseAllDocuments(text, { prettyErrors: true });
    return Array.isArray(documents) ? documents : [];
  } catch {
    throw new InputError('The body is neither valid JSON nor YAML');
  }
}
