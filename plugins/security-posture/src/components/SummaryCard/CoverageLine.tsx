import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { stages, type Posture } from 'backstage-plugin-security-posture-common';
import { wholePercent } from '../../knowledge';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
    },
  }),
  { name: 'SecurityPostureCoverage' },
);

export interface CoverageLineProps {
  posture: Pick<Posture, 'risk' | 'checks'>;
}

/** How much could be judged, and the way to what could not. */
export function CoverageLine({ posture }: CoverageLineProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { risk, checks } = posture;
  const unknown = stages.reduce((sum, stage) => sum + checks[stage].unknown, 0);
  const percent = wholePercent(risk.coverage);
  return (
    <div className={classes.root}>
      <span>
        {risk.score === undefined
          ? t('coverage.none')
          : t('coverage.share', { percent })}
      </span>
      {unknown > 0 && (
        <Typography variant="caption">
          <Link to="practices?result=unknown">
            {t('coverage.unknown', { count: unknown })}
          </Link>
        </Typography>
      )}
    </div>
  );
}
