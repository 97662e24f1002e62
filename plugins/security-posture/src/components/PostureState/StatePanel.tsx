import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { onColour, toneColour, type Tone } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';
import { appearance, type PostureStateKind } from './appearance';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(5, 2),
      textAlign: 'center',
    },
    icon: {
      display: 'grid',
      placeItems: 'center',
      width: 48,
      height: 48,
      marginBottom: theme.spacing(0.5),
      borderRadius: '50%',
      color: onColour(theme),
      backgroundColor: ({ tone }: { tone: Tone }) => toneColour(theme, tone),
    },
    text: { maxWidth: 560, overflowWrap: 'anywhere', textWrap: 'balance' },
    children: { marginTop: theme.spacing(1), maxWidth: '100%' },
  }),
  { name: 'SecurityPostureStatePanel' },
);

export interface StatePanelProps {
  kind: Exclude<PostureStateKind, 'loading'>;
  title?: string;
  text?: string;
  /** The stages that the text of `partly-known` names. */
  stages?: string;
  /** More to know, such as the backend's own sentence. */
  detail?: string;
  /** What can be done about it. */
  children?: ReactNode;
}

/** Icon, title, explanation and what to do, where a page or a list would be. */
export function StatePanel(props: StatePanelProps) {
  const { kind, title, text, stages = '', detail, children } = props;
  const { Icon, tone } = appearance[kind];
  const classes = useStyles({ tone });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <div
      className={classes.root}
      role={kind === 'error' ? 'alert' : 'status'}
      data-state={kind}
    >
      <div className={classes.icon}>
        <Icon aria-hidden />
      </div>
      <Typography variant="subtitle1" component="h3">
        <strong>{title ?? t(`state.title.${kind}`)}</strong>
      </Typography>
      <Typography
        className={classes.text}
        variant="body2"
        color="textSecondary"
      >
        {text ?? t(`state.text.${kind}`, { stages })}
      </Typography>
      {detail && (
        <Typography className={classes.text} variant="body2">
          {detail}
        </Typography>
      )}
      {children && <div className={classes.children}>{children}</div>}
    </div>
  );
}
