import type { Severity } from 'backstage-plugin-security-posture-common';
import {
  readLink,
  type Suppression,
} from 'backstage-plugin-security-posture-node';
import type { FindingInput } from './findingInput';
import { severityOf } from './severity';
import { suppressionOf } from './suppression';

/** What findings of all kinds have. */
export interface SharedParts {
  severity: Severity;
  references: string[];
  suppression?: Suppression;
}

const noReferences: string[] = [];

export function sharedParts({ result, rule }: FindingInput): SharedParts {
  const references = rule?.references ?? noReferences;
  const link = readLink(result.hostedViewerUri);
  return {
    severity: severityOf(result, rule),
    references: link ? [...references, link] : references,
    suppression: suppressionOf(result.suppressions),
  };
}
