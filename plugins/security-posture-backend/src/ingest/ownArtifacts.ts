import type {
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';

/**
 * Artifacts have names that mean something to their sender alone: `.` or
 * `unknown`. Two senders must not close each other's findings, so an artifact
 * belongs to the component that was named with it; where none was, nothing closes.
 */
export function ownArtifacts(
  report: SourceReport,
  entityRefs: string[] | undefined,
): SourceReport {
  const own = <S extends SourceSubject | undefined>(subject: S): S =>
    subject?.kind === 'artifact' && entityRefs
      ? { ...subject, name: `${entityRefs.join(', ')}: ${subject.name}` }
      : subject;
  const ownAll = <E extends { subject?: SourceSubject }>(elements: E[]): E[] =>
    elements.map(element =>
      element.subject?.kind === 'artifact'
        ? { ...element, subject: own(element.subject) }
        : element,
    );
  return {
    ...report,
    subject: own(report.subject),
    findings: ownAll(report.findings),
    decisions: ownAll(report.decisions),
    alerts: ownAll(report.alerts),
    passes: ownAll(report.passes),
    attestations: ownAll(report.attestations),
    images: report.images && ownAll(report.images),
    scopes: ownAll(report.scopes).map(scope =>
      scope.subject.kind === 'artifact' && !entityRefs
        ? { ...scope, complete: false }
        : scope,
    ),
  };
}
