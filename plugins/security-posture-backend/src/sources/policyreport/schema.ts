import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';
import { readTime } from './time';

/** A Kubernetes `ObjectReference`, as far as it names an object. */
export const ObjectReference = z.compile(
  z.object({
    kind: z.string().min(1),
    name: z.string().min(1),
    namespace: lenient.part(z.string().min(1)),
  }),
);
export type ObjectReference = z.infer<typeof ObjectReference>;

const anything = z.unknown().optional();

/**
 * One element of `results`. A report may hold ten thousands: what is lenient is
 * read by plain functions, which cost a fraction of nested schemas.
 */
export const PolicyResult = z
  .object({
    policy: z.string().optional(),
    result: z.string().optional(),
    // wgpolicyk8s.io/v1alpha1 called the outcome so.
    status: z.string().optional(),
    source: anything,
    rule: anything,
    category: anything,
    severity: anything,
    timestamp: anything,
    message: anything,
    resources: anything,
    subjects: anything,
    properties: anything,
  })
  .transform(raw => ({
    policy: raw.policy,
    outcome: (raw.result ?? raw.status)?.toLowerCase(),
    source: readText(raw.source),
    rule: readText(raw.rule),
    category: readText(raw.category),
    severity: readText(raw.severity),
    timestamp: readTime(raw.timestamp),
    message: readText(raw.message),
    resources: readList(raw.resources ?? raw.subjects),
    properties: raw.properties,
  }));
export type PolicyResult = z.infer<typeof PolicyResult>;

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function readList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const Metadata = z.object({
  namespace: lenient.text,
  creationTimestamp: anything.transform(readTime),
  generation: lenient.number,
  labels: anything,
  ownerReferences: z.array(z.unknown()).catch([]),
});

/** A policy report of any of the API groups; `results` are validated one by one. */
export const PolicyReport = z.compile(
  z.object({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: lenient.part(Metadata),
    source: lenient.text,
    scope: lenient.part(ObjectReference),
    summary: anything,
    configuration: anything,
    results: anything,
  }),
);
export type PolicyReport = z.infer<typeof PolicyReport>;
