import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { knowledgeOf } from '../../knowledge';
import { securityPostureTranslationRef } from '../../translation';
import { FirstReport } from '../FirstReport';
import { PostureState } from '../PostureState';

/** What it means that no finding is open: by what is known, not by the count. */
export function NoFindings({ posture }: { posture: Posture }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { quiet, unknown } = knowledgeOf(posture.stages);
  const stages = unknown.map(stage => t(`stage.${stage}`)).join(', ');
  return (
    <PostureState kind={quiet} stages={stages}>
      {quiet === 'never-scanned' && (
        <FirstReport entityRef={posture.entityRef} />
      )}
    </PostureState>
  );
}
