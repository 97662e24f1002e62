import type { Finding } from 'backstage-plugin-security-posture-common';
import { DateTime } from 'luxon';
import { DueDate, DueRule } from '../DueDate';
import { TwoLines } from '../TwoLines';

export interface DeadlineProps {
  finding: Pick<Finding, 'dueAt' | 'dueRule' | 'sla'>;
}

/** The day, how the finding stands to it, and why it is that day. */
export function Deadline({ finding }: DeadlineProps) {
  const { dueAt, dueRule } = finding;
  return (
    <TwoLines second={dueRule && <DueRule name={dueRule} />}>
      {dueAt && (
        <>
          {DateTime.fromISO(dueAt).toLocaleString(DateTime.DATE_MED)}
          {' · '}
        </>
      )}
      <DueDate finding={finding} />
    </TwoLines>
  );
}
