import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';

/** No decision: because none was ever reported, or because none was taken. */
export function NoDecisions({ posture }: { posture: Posture }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { state, decisions } = posture.stages.deploy;
  if (state === 'not-applicable') return <PostureState kind={state} />;
  if (!decisions) {
    return (
      <PostureState
        kind="never-scanned"
        title={t('decisions.neverTitle')}
        detail={t('hint.deploy')}
      />
    );
  }
  if (state === 'stale') return <PostureState kind="stale" />;
  return (
    <PostureState
      kind="clean"
      title={t('decisions.cleanTitle')}
      text={t('decisions.cleanText')}
    />
  );
}
