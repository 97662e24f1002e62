import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { Stage } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';

/** To the lists that tell more about the stage. */
export function StageLink({ stage }: { stage: Stage }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <Typography variant="body2">
      <Link to={`findings?stage=${stage}`}>{t('stageCard.showFindings')}</Link>
      {stage === 'deploy' && (
        <>
          {' · '}
          <Link to="admission">{t('stageCard.showDecisions')}</Link>
        </>
      )}
      {stage === 'runtime' && (
        <>
          {' · '}
          <Link to="runtime">{t('stageCard.showAlerts')}</Link>
        </>
      )}
    </Typography>
  );
}
