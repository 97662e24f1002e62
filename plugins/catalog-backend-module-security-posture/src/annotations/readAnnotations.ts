import {
  ANNOTATION_IMAGES,
  ANNOTATION_REPOSITORIES,
  ANNOTATION_TIER,
  ANNOTATION_WORKLOADS,
} from 'backstage-plugin-security-posture-common';
import { plainText } from 'backstage-plugin-security-posture-node';
import { elementsOf } from './elementsOf';
import type { Fault } from './Fault';
import { imageFault } from './imageFault';
import { repositoryFault } from './repositoryFault';
import { tierFault } from './tierFault';
import { workloadFault } from './workloadFault';

/** The backend leaves longer elements out. */
const MAX_ELEMENT = 500;

const lists = [
  {
    annotation: ANNOTATION_IMAGES,
    noun: 'image',
    example: 'ghcr.io/acme/shop',
    faultOf: imageFault,
  },
  {
    annotation: ANNOTATION_REPOSITORIES,
    noun: 'repository',
    example: 'github.com/acme/shop',
    faultOf: repositoryFault,
  },
  {
    annotation: ANNOTATION_WORKLOADS,
    noun: 'workload',
    example: 'shop/Deployment/web',
    faultOf: workloadFault,
  },
];

/** One element of a list that the backend can look for. */
export interface Claim {
  annotation: string;
  element: string;
  /** `image` */
  noun: string;
}

export interface ReadAnnotations {
  claims: Claim[];
  /** Sentences for the people who wrote the entity. */
  warnings: string[];
}

/** Reads what an entity says to Security Posture. Pure. */
export function readAnnotations(
  annotations: ReadonlyMap<string, string>,
): ReadAnnotations {
  const claims: Claim[] = [];
  const warnings: string[] = [];
  for (const { annotation, noun, example, faultOf } of lists) {
    const text = annotations.get(annotation);
    if (text === undefined) continue;
    const elements = new Set(elementsOf(text));
    if (elements.size === 0) {
      const fault = { reason: `names no ${noun}`, example };
      warnings.push(warningOf(annotation, text, fault));
    }
    for (const element of elements) {
      const fault =
        element.length > MAX_ELEMENT
          ? { reason: `is longer than ${MAX_ELEMENT} characters`, example }
          : faultOf(element);
      if (fault) warnings.push(warningOf(annotation, element, fault));
      else claims.push({ annotation, element, noun });
    }
  }
  const tier = annotations.get(ANNOTATION_TIER);
  const fault = tier === undefined ? undefined : tierFault(tier);
  if (tier !== undefined && fault) {
    warnings.push(warningOf(ANNOTATION_TIER, tier, fault));
  }
  return { claims, warnings };
}

function warningOf(
  annotation: string,
  element: string,
  { reason, example }: Fault,
): string {
  return `${annotation}: "${plainText(
    element,
    100,
  )}" ${reason}. Right is, for example, ${plainText(example, 100)}`;
}
