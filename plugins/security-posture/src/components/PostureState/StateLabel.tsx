import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { toneColour, type Tone } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';
import { appearance, type PostureStateKind } from './appearance';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: ({ tone }: { tone: Tone }) => toneColour(theme, tone),
      fontSize: theme.typography.body2.fontSize,
      fontWeight: 700,
      whiteSpace: 'nowrap',
    },
    icon: { fontSize: '1.25em' },
  }),
  { name: 'SecurityPostureStateLabel' },
);

/** Icon and word, in one line. */
export function StateLabel({ kind }: { kind: PostureStateKind }) {
  const { Icon, tone } = appearance[kind];
  const classes = useStyles({ tone });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <span className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      {t(`state.label.${kind}`)}
    </span>
  );
}
