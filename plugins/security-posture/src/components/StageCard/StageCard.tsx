import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  CheckCounts,
  StagePosture,
  StageState,
} from 'backstage-plugin-security-posture-common';
import { shownState } from '../../knowledge';
import { toneColour } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';
import { PostureCard } from '../PostureCard';
import { PostureState, appearance } from '../PostureState';
import { StageCounts } from './StageCounts';
import { StageDecisions } from './StageDecisions';
import { StageFreshness } from './StageFreshness';
import { StageGaps } from './StageGaps';
import { StageHint } from './StageHint';
import { StageLink } from './StageLink';
import { StagePractices } from './StagePractices';
import { StageVerdict, type StageVerdictProps } from './StageVerdict';

const useStyles = makeStyles<Theme, { shown: StageState }>(
  theme => ({
    root: {
      borderTopWidth: 4,
      borderTopColor: ({ shown }) => toneColour(theme, appearance[shown].tone),
      // What is not known, or no longer, is dashed: not by colour alone.
      borderTopStyle: ({ shown }) =>
        ['never-scanned', 'stale'].includes(shown) ? 'dashed' : 'solid',
    },
    foot: { marginTop: 'auto' },
  }),
  { name: 'SecurityPostureStageCard' },
);

export interface StageCardProps {
  posture: StagePosture;
  checks: CheckCounts;
  /** What the policy says, if it is enforced at this stage. */
  verdict?: StageVerdictProps;
}

/** One stage: its state in a word, what is open, how its practices stand, how fresh that is, and what is missing from it. */
export function StageCard({ posture, checks, verdict }: StageCardProps) {
  const shown = shownState(posture, checks);
  const classes = useStyles({ shown });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { stage, state } = posture;
  const reported = state !== 'never-scanned' && state !== 'not-applicable';
  return (
    <PostureCard
      className={classes.root}
      title={t(`stage.${stage}`)}
      aside={<PostureState variant="label" kind={shown} />}
    >
      {state === 'never-scanned' && <StageHint stage={stage} />}
      {state === 'not-applicable' && (
        <Typography variant="body2" color="textSecondary">
          {t('state.text.not-applicable')}
        </Typography>
      )}
      {reported && (
        <>
          <StageCounts posture={posture} />
          <StageDecisions posture={posture} />
          <StageGaps posture={posture} />
        </>
      )}
      <StagePractices stage={stage} checks={checks} />
      {verdict && state !== 'not-applicable' && <StageVerdict {...verdict} />}
      {reported && (
        <div className={classes.foot}>
          <StageFreshness posture={posture} />
          <StageLink stage={stage} />
        </div>
      )}
    </PostureCard>
  );
}
