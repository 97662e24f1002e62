import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';

/** No workload: because there is none, or because none was ever named. */
export function NoWorkloads({ posture }: { posture: Posture }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { state } = posture.stages.deploy;
  if (state === 'not-applicable') return <PostureState kind={state} />;
  return (
    <PostureState
      kind="never-scanned"
      title={t('workloads.neverTitle')}
      text={t('workloads.neverText')}
      detail={t('hint.deploy')}
    />
  );
}
