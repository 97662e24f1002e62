import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { stages, type Posture } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { PostureCard } from '../PostureCard';
import { PostureState } from '../PostureState';
import { ActionItem } from './ActionItem';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1.25),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'SecurityPostureActionsCard' },
);

export interface ActionsCardProps {
  posture: Pick<Posture, 'risk' | 'checks' | 'topActions'>;
}

/** What to do first, or what it means that there is nothing. */
export function ActionsCard({ posture }: ActionsCardProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { topActions } = posture;
  return (
    <PostureCard title={t('actions.title')}>
      {topActions.length > 0 ? (
        <ol className={classes.list}>
          {topActions.map((action, index) => (
            <ActionItem key={action.id} number={index + 1} action={action} />
          ))}
        </ol>
      ) : (
        <NoActions posture={posture} />
      )}
    </PostureCard>
  );
}

function NoActions({ posture: { risk, checks } }: ActionsCardProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (risk.score === undefined) {
    return (
      <PostureState
        variant="line"
        kind="never-scanned"
        text={t('actions.unknown')}
      />
    );
  }
  const isKnown = stages.every(stage => checks[stage].unknown === 0);
  return isKnown ? (
    <PostureState variant="line" kind="clean" text={t('actions.clean')} />
  ) : (
    <PostureState
      variant="line"
      kind="partly-known"
      text={t('actions.partlyKnown')}
    />
  );
}
