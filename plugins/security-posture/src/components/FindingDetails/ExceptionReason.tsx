import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Exception } from 'backstage-plugin-security-posture-common';
import { DateTime } from 'luxon';
import {
  securityPostureTranslationRef,
  type Translate,
} from '../../translation';
import { TwoLines } from '../TwoLines';

/** A user of the default namespace by name; anyone else by the whole reference. */
function personName(actor: string): string {
  return actor.replace(/^user:default\//, '');
}

function ending({ until }: Exception, t: Translate): string {
  if (until.kind === 'date' && until.at) {
    const date = DateTime.fromISO(until.at).toLocaleString(DateTime.DATE_MED);
    return t('suppressed.untilDate', { date });
  }
  return until.kind === 'fix'
    ? t('suppressed.untilFix')
    : t('suppressed.untilNever');
}

/** Why, asked for and approved by whom, until when. */
export function ExceptionReason({ exception }: { exception: Exception }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { kind, reason, requestedBy, decidedBy } = exception;
  const people = [
    t('suppressed.people', { requester: personName(requestedBy) }),
    decidedBy && t('suppressed.decided', { approver: personName(decidedBy) }),
    ending(exception, t),
  ].filter(Boolean);
  return (
    <div>
      <TwoLines second={people.join(', ')}>
        {t(`suppressed.${kind}`)}: {reason}
      </TwoLines>
    </div>
  );
}
