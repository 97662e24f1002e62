import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';

/** No open alert: a quiet service, a silent sensor, or no sensor at all. */
export function NoAlerts({ posture }: { posture: Posture }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { state } = posture.stages.runtime;
  if (state === 'never-scanned') {
    return (
      <PostureState
        kind="never-scanned"
        title={t('alerts.neverTitle')}
        detail={t('hint.runtime')}
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
