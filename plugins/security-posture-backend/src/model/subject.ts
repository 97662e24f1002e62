import {
  plainText,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { fingerprint } from './fingerprint';

/** A subject as it is stored: no tag, no digest. */
export interface StoredSubject {
  id: string;
  kind: SourceSubject['kind'];
  name: string;
  cluster?: string;
  namespace?: string;
  workloadKind?: string;
  labels?: Record<string, string>;
}

/** Longer names exist in no tool; they would not fit into an index. */
const MAX_NAME = 500;

/** Mapping needs few labels; a document can hold any number. */
const MAX_LABELS = 100;

function name(text: string): string {
  return plainText(text, MAX_NAME);
}

// Elements of a report mostly share the object that says what they are about.
const known = new WeakMap<SourceSubject, StoredSubject>();

/** The durable identity of what a report speaks of. */
export function storedSubject(subject: SourceSubject): StoredSubject {
  const earlier = known.get(subject);
  if (earlier) return earlier;
  const stored = identify(subject);
  known.set(subject, stored);
  return stored;
}

function identify(subject: SourceSubject): StoredSubject {
  if (subject.kind === 'image') {
    const line = name(subject.name);
    return {
      id: fingerprint('subject', 'image', line),
      kind: 'image',
      name: line,
    };
  }
  const cluster = subject.cluster ? name(subject.cluster) : undefined;
  if (subject.kind !== 'workload') {
    const own = name(subject.name);
    return {
      id: fingerprint('subject', subject.kind, cluster ?? '', own),
      kind: subject.kind,
      name: own,
      cluster,
    };
  }
  const namespace = subject.namespace ? name(subject.namespace) : undefined;
  const workloadKind = name(subject.workloadKind);
  const own = name(subject.name);
  return {
    id: fingerprint(
      'subject',
      'workload',
      cluster ?? '',
      namespace ?? '',
      workloadKind.toLowerCase(),
      own,
    ),
    kind: 'workload',
    name: own,
    cluster,
    namespace,
    workloadKind,
    labels: subject.labels && boundedLabels(subject.labels),
  };
}

function boundedLabels(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels)
      .slice(0, MAX_LABELS)
      .map(([key, value]) => [name(key), name(value)]),
  );
}

/** The digest or commit that a report saw of its subject. */
export function digestOf(subject: SourceSubject): string | undefined {
  return subject.kind === 'workload' ? undefined : subject.digest;
}
