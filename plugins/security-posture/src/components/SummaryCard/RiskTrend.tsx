import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  ComponentHistory,
  Grade,
} from 'backstage-plugin-security-posture-common';
import type { Request } from '../../hooks/useRequest';
import { gradeColour } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';
import { PartFailed } from '../RequestFailed';
import { Sparkline } from '../Sparkline';

const useStyles = makeStyles<Theme, { grade: Grade }>(
  theme => ({
    line: { color: ({ grade }) => gradeColour(theme, grade) },
    legend: {
      display: 'flex',
      justifyContent: 'space-between',
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'SecurityPostureRiskTrend' },
);

export interface RiskTrendProps {
  /** Of the line. */
  grade: Grade;
  /** How many days were asked for. */
  days: number;
  history: Request<ComponentHistory>;
}

/** The risk day by day, as far as it was judged. */
export function RiskTrend({ grade, days, history }: RiskTrendProps) {
  const classes = useStyles({ grade });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { value, failure, retry } = history;
  if (failure) {
    return (
      <PartFailed
        failure={failure}
        texts={{
          error: t('trend.error'),
          forbidden: t('trend.forbidden'),
          'not-found': t('trend.not-found'),
        }}
        onRetry={retry}
      />
    );
  }
  if (!value) return <PostureState kind="loading" shape="lines" />;
  const judged = value.items.flatMap(({ risk }) =>
    risk === undefined ? [] : [Math.round(risk)],
  );
  if (judged.length < 2) {
    return (
      <Typography variant="caption" color="textSecondary">
        {t('trend.none')}
      </Typography>
    );
  }
  const [lowest, highest] = [Math.min(...judged), Math.max(...judged)];
  return (
    <div>
      <div className={classes.line}>
        <Sparkline
          days={value.items.map(({ day, risk }) => ({ day, value: risk }))}
          caption={t('trend.caption')}
          dayTitle={t('trend.day')}
          valueTitle={t('trend.risk')}
          noValue={t('trend.notJudged')}
        />
      </div>
      <Typography
        className={classes.legend}
        variant="caption"
        color="textSecondary"
        component="div"
      >
        <span>{t('trend.days', { count: days })}</span>
        <span>
          {t('trend.range', {
            lowest: String(lowest),
            highest: String(highest),
          })}
        </span>
      </Typography>
    </div>
  );
}
