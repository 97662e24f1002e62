import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { shownState, type Knowledge } from '../../knowledge';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';
import { RelativeTime } from '../RelativeTime';

const useStyles = makeStyles(
  theme => ({
    unknown: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
    },
  }),
  { name: 'SecurityPostureCoverage' },
);

export interface CoverageProps {
  posture: Posture;
  knowledge: Knowledge;
}

/** How many stages have fresh reports, which have none, and when that was true. */
export function Coverage({ posture, knowledge }: CoverageProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { fresh, unknown } = knowledge;
  const applicable = fresh.length + unknown.length;
  return (
    <div>
      {applicable > 0 &&
        t('summary.coverage', {
          known: String(fresh.length),
          applicable: String(applicable),
        })}
      {/* If all are unknown, the cards below say so already. */}
      {(fresh.length > 0 ? unknown : []).map(stage => (
        <div key={stage} className={classes.unknown}>
          {t(`stage.${stage}`)}
          <PostureState
            variant="label"
            kind={shownState(posture.stages[stage])}
          />
        </div>
      ))}
      <Typography variant="caption" color="textSecondary" component="div">
        {t('summary.evaluated', {
          time: <RelativeTime time={posture.evaluatedAt} />,
        })}
      </Typography>
    </div>
  );
}
