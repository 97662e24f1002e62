import type {
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { controlById, problemsOf, problemsOfCheck } from '../../model/controls';
import { isEvent, reportedIdOf } from './reported';

/** A control, or an engine's own problem, that was judged and found in order. */
export interface ControlPass {
  subject: SourceSubject;
  /** As the id of a finding of the same: a control, or the engine's own problem. */
  control: string;
  reportedId: string;
  title: string;
  container?: string;
}

/** A name that means several controls by its message proves none when it passes. */
const SAYS_NOTHING = '';

/** What a report found in order: its passes, and the policy results that passed. */
export function passesOf(report: SourceReport): ControlPass[] {
  const passes = new Map<string, ControlPass>();
  const keep = (pass: ControlPass) => {
    const key = JSON.stringify([pass.subject, pass.control, pass.container]);
    if (!passes.has(key)) passes.set(key, pass);
  };
  for (const {
    subject = report.subject,
    id,
    title,
    container,
  } of report.passes) {
    for (const control of problemsOfCheck(report.tool.name, id, SAYS_NOTHING)) {
      keep({
        subject,
        control,
        reportedId: id,
        title: titleOf(control, title ?? id),
        ...(container ? { container } : {}),
      });
    }
  }
  for (const decision of report.decisions) {
    if (decision.outcome !== 'pass' || isEvent(decision)) continue;
    const { subject, engine, policy, rule } = decision;
    const reported = { engine, id: policy, rule, message: SAYS_NOTHING };
    for (const control of problemsOf(reported)) {
      keep({
        subject,
        control,
        reportedId: reportedIdOf(decision),
        title: titleOf(control, rule ? `${policy}: ${rule}` : policy),
      });
    }
  }
  return [...passes.values()];
}

function titleOf(control: string, otherwise: string): string {
  return controlById(control)?.title ?? otherwise;
}
