import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { StagePosture } from 'backstage-plugin-security-posture-common';
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

const useStyles = makeStyles<Theme, StagePosture>(
  theme => ({
    root: {
      borderTopWidth: 4,
      borderTopColor: posture =>
        toneColour(theme, appearance[shownState(posture)].tone),
      // What is not known, or no longer, is dashed: not by colour alone.
      borderTopStyle: posture =>
        ['never-scanned', 'stale'].includes(shownState(posture))
          ? 'dashed'
          : 'solid',
    },
    foot: { marginTop: 'auto' },
  }),
  { name: 'SecurityPostureStageCard' },
);

export interface StageCardProps {
  posture: StagePosture;
}

/** One stage: its state in a word, what is open, how fresh that is, and what is missing from it. */
export function StageCard({ posture }: StageCardProps) {
  const classes = useStyles(posture);
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { stage, state } = posture;
  const reported = state !== 'never-scanned' && state !== 'not-applicable';
  return (
    <PostureCard
      className={classes.root}
      title={t(`stage.${stage}`)}
      aside={<PostureState variant="label" kind={shownState(posture)} />}
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
          <div className={classes.foot}>
            <StageFreshness posture={posture} />
            <StageLink stage={stage} />
          </div>
        </>
      )}
    </PostureCard>
  );
}
