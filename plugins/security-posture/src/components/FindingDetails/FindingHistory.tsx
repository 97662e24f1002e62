import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';

/** When it was first and last seen, when it went, and whether it came back. */
export function FindingHistory({ finding }: { finding: Finding }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { firstSeenAt, lastSeenAt, fixedAt, reopenedAt, reopenCount } = finding;
  return (
    <>
      {t('findings.firstSeenAt')} <RelativeTime time={firstSeenAt} />
      {' · '}
      {t('findings.lastSeenAt')} <RelativeTime time={lastSeenAt} />
      {fixedAt && (
        <>
          {' · '}
          {t('finding.fixedAt')} <RelativeTime time={fixedAt} />
        </>
      )}
      {reopenCount > 0 && (
        <>
          {' · '}
          {t('finding.reopened', { count: reopenCount })}
          {reopenedAt && (
            <>
              , {t('finding.reopenedAt')} <RelativeTime time={reopenedAt} />
            </>
          )}
        </>
      )}
    </>
  );
}
