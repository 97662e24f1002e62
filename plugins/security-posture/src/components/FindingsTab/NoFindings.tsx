import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { knowledgeOf, staleFindings } from '../../knowledge';
import { securityPostureTranslationRef } from '../../translation';
import { FirstReport } from '../FirstReport';
import { PostureState } from '../PostureState';

export interface NoFindingsProps {
  posture: Posture;
  onShowStale: () => void;
}

/** What it means that no finding is open: by what is known, not by the count. */
export function NoFindings({ posture, onShowStale }: NoFindingsProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { quiet, unknown } = knowledgeOf(posture.stages);
  const stages = unknown.map(stage => t(`stage.${stage}`)).join(', ');
  const stale = staleFindings(posture.stages);
  if (stale > 0) {
    return (
      <PostureState
        kind="stale"
        title={t('findings.staleTitle', { count: stale })}
        text={t('findings.staleText', { count: stale })}
        detail={
          unknown.length > 0
            ? t('state.text.partly-known', { stages })
            : undefined
        }
      >
        <Button variant="outlined" color="primary" onClick={onShowStale}>
          {t('findings.showStale')}
        </Button>
      </PostureState>
    );
  }
  return (
    <PostureState kind={quiet} stages={stages}>
      {quiet === 'never-scanned' && (
        <FirstReport entityRef={posture.entityRef} />
      )}
    </PostureState>
  );
}
