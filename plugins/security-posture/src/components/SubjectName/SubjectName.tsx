import type { Subject } from 'backstage-plugin-security-posture-common';

/** `cluster/namespace/name` of a workload, the plain name of anything else. */
export function subjectName(subject: Subject): string {
  const { cluster, namespace, name } = subject;
  return [cluster, namespace, name].filter(Boolean).join('/');
}

export interface SubjectNameProps {
  subject: Subject;
}

/** The name, with the kind of thing on hover. */
export function SubjectName({ subject }: SubjectNameProps) {
  return (
    <span title={subject.workloadKind ?? subject.kind}>
      {subjectName(subject)}
    </span>
  );
}
