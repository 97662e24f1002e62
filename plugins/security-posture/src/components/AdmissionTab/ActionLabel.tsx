import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type SvgIcon from '@material-ui/core/SvgIcon';
import AssignmentIcon from '@material-ui/icons/AssignmentOutlined';
import CheckIcon from '@material-ui/icons/Check';
import NotInterestedIcon from '@material-ui/icons/NotInterested';
import ReportIcon from '@material-ui/icons/ReportProblemOutlined';
import type { DecisionAction } from 'backstage-plugin-security-posture-common';
import { toneColour, type Tone } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';

const looks: Record<DecisionAction, { Icon: typeof SvgIcon; tone: Tone }> = {
  deny: { Icon: NotInterestedIcon, tone: 'bad' },
  warn: { Icon: ReportIcon, tone: 'warning' },
  audit: { Icon: AssignmentIcon, tone: 'neutral' },
  allow: { Icon: CheckIcon, tone: 'ok' },
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.625),
      color: ({ tone }: { tone: Tone }) => toneColour(theme, tone),
      fontWeight: 700,
      whiteSpace: 'nowrap',
    },
    icon: { fontSize: 18 },
  }),
  { name: 'SecurityPostureActionLabel' },
);

/** What the engine did, as icon and word. */
export function ActionLabel({ action }: { action: DecisionAction }) {
  const { Icon, tone } = looks[action];
  const classes = useStyles({ tone });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <span className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      {t(`decision.${action}`)}
    </span>
  );
}
