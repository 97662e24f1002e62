import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import type {
  ComponentHistory,
  Posture,
} from 'backstage-plugin-security-posture-common';
import type { Request } from '../../hooks/useRequest';
import { securityPostureTranslationRef } from '../../translation';
import { GradeRing } from '../GradeRing';
import { PostureCard } from '../PostureCard';
import { RelativeTime } from '../RelativeTime';
import { RiskScore } from '../RiskScore';
import { CoverageLine } from './CoverageLine';
import { GradeReasons } from './GradeReasons';
import { RiskChange } from './RiskChange';
import { RiskTrend } from './RiskTrend';
import { weekChange } from './weekChange';

const useStyles = makeStyles(
  theme => ({
    answer: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
    },
    lines: { display: 'grid', gap: theme.spacing(0.25), minWidth: 0 },
    risk: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
    },
    trend: { marginTop: 'auto' },
  }),
  { name: 'SecurityPostureSummaryCard' },
);

export interface SummaryCardProps {
  posture: Pick<Posture, 'risk' | 'checks' | 'evaluatedAt'>;
  /** How many days of history were asked for. */
  days: number;
  history: Request<ComponentHistory>;
}

/** The answer: grade and risk, how much of it is known, and where it is going. */
export function SummaryCard({ posture, days, history }: SummaryCardProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { risk, evaluatedAt } = posture;
  const change = weekChange(posture, history.value);
  return (
    <PostureCard
      title={t('summary.title')}
      aside={
        <Typography variant="caption" color="textSecondary">
          {t('summary.evaluated', {
            time: <RelativeTime time={evaluatedAt} />,
          })}
        </Typography>
      }
    >
      <div className={classes.answer}>
        <GradeRing grade={risk.grade} risk={risk.score} size={88} />
        <div className={classes.lines}>
          <div className={classes.risk}>
            <RiskScore score={risk.score} />
            {change !== undefined && <RiskChange points={change} />}
            {risk.estimated && risk.score !== undefined && (
              <Tooltip title={t('risk.estimatedHelp')}>
                <Typography
                  variant="caption"
                  color="textSecondary"
                  tabIndex={0}
                >
                  {t('risk.estimated')}
                </Typography>
              </Tooltip>
            )}
          </div>
          <CoverageLine posture={posture} />
          <GradeReasons caps={risk.caps} />
        </div>
      </div>
      <div className={classes.trend}>
        <RiskTrend grade={risk.grade} days={days} history={history} />
      </div>
    </PostureCard>
  );
}
