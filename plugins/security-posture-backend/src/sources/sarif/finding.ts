import type { Severity } from 'backstage-plugin-security-posture-common';
import {
  readLink,
  type SourceFinding,
  type Suppression,
} from 'backstage-plugin-security-posture-node';
import { codeFinding } from './code';
import { licenceFinding } from './licence';
import { misconfigurationFinding } from './misconfiguration';
import type { Place } from './place';
import type { Producer, ResultKind } from './producer';
import type { ReadRule } from './rule';
import type { Result } from './schema';
import { secretFinding } from './secret';
import { severityOf } from './severity';
import { suppressionOf } from './suppression';
import { vulnerabilityFinding } from './vulnerability';

/** A result that is no pass, with all that its run knows of it. */
export interface ResultInput {
  result: Result;
  ruleId: string;
  rule: ReadRule | undefined;
  producer: Producer;
  place: Place;
  /** The message as the tool wrote it. */
  message: string | undefined;
}

export interface FindingInput extends ResultInput {
  shared: {
    severity: Severity;
    references: string[];
    suppression?: Suppression;
  };
}

export function findingOf(kind: ResultKind, input: ResultInput): SourceFinding {
  const { result, rule } = input;
  const suppression = suppressionOf(result.suppressions);
  const link = readLink(result.hostedViewerUri);
  const references = rule?.references ?? [];
  const complete: FindingInput = {
    ...input,
    shared: {
      severity: severityOf(result, rule),
      references: link ? [...references, link] : references,
      ...(suppression ? { suppression } : {}),
    },
  };
  switch (kind) {
    case 'vulnerability':
      return vulnerabilityFinding(complete);
    case 'secret':
      return secretFinding(complete);
    case 'misconfiguration':
      return misconfigurationFinding(complete);
    case 'licence':
      return licenceFinding(complete);
    default:
      return codeFinding(complete);
  }
}
