import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';

/** No open alert: a quiet service, a silent sensor, or no sensor at all. */
export function NoAlerts({ posture }: { posture: Posture }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { state, findings } = posture.stages.runtime;
  if (state === 'never-scanned') {
    return (
      <PostureState
        kind="never-scanned"
        title={t('alerts.neverTitle')}
        detail={t('hint.runtime')}
      />
    );
  }
  const stale = findings?.stale ?? 0;
  if (stale > 0) {
    return (
      <PostureState
        kind="stale"
        title={t('findings.staleTitle', { count: stale })}
        text={t('findings.staleText', { count: stale })}
      />
    );
  }
  if (state === 'stale' || state === 'not-applicable') {
    return <PostureState kind={state} />;
  }
  return (
    <PostureState
      kind="clean"
      title={t('alerts.cleanTitle')}
      text={t('alerts.cleanText')}
    />
  );
}
