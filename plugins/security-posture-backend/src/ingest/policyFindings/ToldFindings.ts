import type {
  SourceDecision,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { storedSubject } from '../../model/subject';
import { reportedIdOf } from './reported';

const VULNERABILITY = /^(CVE|GHSA)-/i;

/** The findings that a source itself made of its decisions. */
export class ToldFindings {
  readonly #keys = new Set<string>();

  static in(report: SourceReport): ToldFindings {
    return new ToldFindings(report);
  }

  private constructor({ findings, subject: surrounding }: SourceReport) {
    for (const finding of findings) {
      const subject = finding.subject ?? surrounding;
      if (finding.kind === 'misconfiguration') {
        this.#keys.add(keyOf(subject, finding.id));
      } else if (finding.kind === 'vulnerability') {
        // The policy is the title where the id is a property of the result.
        for (const name of [finding.id, finding.title, finding.message]) {
          if (name) this.#keys.add(keyOf(subject, name));
        }
      }
    }
  }

  has(decision: SourceDecision): boolean {
    const { subject, policy, message } = decision;
    if (VULNERABILITY.test(policy)) return true;
    if (this.#keys.size === 0) return false;
    return [reportedIdOf(decision), policy, message].some(
      name => name !== undefined && this.#keys.has(keyOf(subject, name)),
    );
  }
}

function keyOf(subject: SourceSubject, name: string): string {
  return `${storedSubject(subject).id} ${name.toLowerCase()}`;
}
