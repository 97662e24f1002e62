import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  enforcementPoints,
  type JudgedCheck,
} from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { Pill } from '../Pill';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
  }),
  { name: 'SecurityPostureEnforcedAs' },
);

export interface EnforcedAsProps {
  check: Pick<JudgedCheck, 'enforcement' | 'result' | 'exceptionId'>;
}

/** What a check leads to at each place, loud only where it stands in the way. */
export function EnforcedAs({ check }: EnforcedAsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { enforcement, result, exceptionId } = check;
  const pills = enforcementPoints.flatMap(point => {
    const leads = enforcement[point];
    if (leads === 'off') return [];
    const stops = leads === 'block' && result === 'fail' && !exceptionId;
    return [
      <Pill key={point} tone={stops ? 'bad' : 'neutral'}>
        {t(`enforced.${point}.${leads}`)}
      </Pill>,
    ];
  });
  if (pills.length === 0) {
    return (
      <Typography variant="caption" color="textSecondary">
        {t('enforced.off')}
      </Typography>
    );
  }
  return <span className={classes.root}>{pills}</span>;
}
