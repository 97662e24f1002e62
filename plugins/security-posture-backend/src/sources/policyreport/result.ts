import {
  firstLine,
  plainText,
  readSeverity,
  type ReportBuilder,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { readControl } from './control';
import { readEngine } from './engine';
import { readMisconfiguration } from './misconfiguration';
import { readOutcome } from './outcome';
import { readProperty } from './properties';
import type { PolicyResult } from './schema';
import { readVulnerability, readVulnerabilityId } from './vulnerability';

/** What the document around a result says for it. */
export interface ResultSurroundings {
  /** The engine of a result that does not name its source. */
  engine: string;
  subjects: SourceSubject[];
}

/** What was kept of a result, to tell what its report speaks for. */
export interface KeptResult {
  engine: string;
  isVulnerability: boolean;
}

/**
 * Keeps one result: a decision on every resource, and what follows from its
 * outcome.
 *
 * @returns the reason, if it cannot be kept
 */
export function keepResult(
  builder: ReportBuilder,
  result: PolicyResult,
  surroundings: ResultSurroundings,
): KeptResult | string {
  const judged = readOutcome(result.outcome);
  if (!judged) {
    return `result: expected pass, fail, warn, error or skip, got ${
      result.outcome === undefined ? 'nothing' : plainText(result.outcome, 50)
    }`;
  }
  const vulnerability = readVulnerabilityId(result);
  const policy = result.policy?.trim() || vulnerability;
  if (!policy) return 'policy: expected the name of a policy';
  const engine = result.source
    ? readEngine(result.source)
    : surroundings.engine;
  const control = readControl(result, policy, engine);
  const { message, category, timestamp } = result;
  const exception =
    judged.outcome === 'skip' ? readException(result) : undefined;
  for (const subject of surroundings.subjects) {
    const located = { ...control, subject };
    builder.report.decisions.push({
      subject,
      engine,
      policy: control.policy,
      ...(control.rule ? { rule: control.rule } : {}),
      ...judged,
      severity: readSeverity(result.severity),
      ...(category ? { category: firstLine(category) } : {}),
      ...(message ? { message: plainText(message) } : {}),
      ...(timestamp ? { at: timestamp } : {}),
    });
    if (judged.outcome === 'pass') {
      const { id, container } = control;
      builder.report.passes.push({
        subject,
        id,
        ...(container ? { container } : {}),
      });
    } else if (judged.outcome === 'fail' || judged.outcome === 'warn') {
      builder.report.findings.push(
        vulnerability
          ? readVulnerability(result, vulnerability, located)
          : readMisconfiguration(result, located),
      );
    } else if (exception && !vulnerability) {
      // Nobody looked: it is let off, not mended. The message is about that alone.
      builder.report.findings.push({
        ...readMisconfiguration({ ...result, message: undefined }, located),
        suppression: { reason: 'accepted', statement: exception },
      });
    }
  }
  return { engine, isVulnerability: vulnerability !== undefined };
}

/** The PolicyException of Kyverno that a result was skipped for. */
function readException({ properties }: PolicyResult): string | undefined {
  const names = readProperty(properties, 'exceptions');
  return names ? firstLine(`PolicyException ${names}`) : undefined;
}
