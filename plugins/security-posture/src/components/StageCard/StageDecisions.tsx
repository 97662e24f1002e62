import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  decisionActions,
  type StagePosture,
} from 'backstage-plugin-security-posture-common';
import { Fragment } from 'react';
import { securityPostureTranslationRef } from '../../translation';

/** What policy engines decided, worst first. */
export function StageDecisions({ posture }: { posture: StagePosture }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { decisions } = posture;
  if (!decisions) return null;
  const taken = decisionActions.filter(action => decisions[action] > 0);
  return (
    <Typography variant="body2">
      {taken.length === 0 && t('stageCard.noDecisions')}
      {taken.map((action, index) => (
        <Fragment key={action}>
          {index > 0 && ' · '}
          {action === 'deny' ? (
            <strong>{t('stageCard.deny', { count: decisions.deny })}</strong>
          ) : (
            t(`stageCard.${action}`, { count: decisions[action] })
          )}
        </Fragment>
      ))}
    </Typography>
  );
}
