import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { RemediationAction } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { CopyButton } from '../CopyButton';
import { ActionGain } from './ActionGain';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '22px minmax(0, 1fr) auto',
      alignItems: 'start',
      gap: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    number: {
      display: 'grid',
      placeItems: 'center',
      width: 22,
      height: 22,
      borderRadius: '50%',
      color: theme.palette.background.paper,
      backgroundColor: theme.palette.primary.main,
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 700,
    },
    detail: { lineHeight: 1.5 },
  }),
  { name: 'SecurityPostureActionItem' },
);

export interface ActionItemProps {
  number: number;
  action: RemediationAction;
}

/** One thing to do: what, why, how much work, what it brings, and what to copy for it. */
export function ActionItem({ number, action }: ActionItemProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { title, detail, effort, snippet } = action;
  return (
    <li className={classes.root}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <div>
        <strong>{title}</strong>
        <Typography
          className={classes.detail}
          variant="caption"
          color="textSecondary"
          component="div"
        >
          {[detail, t(`effort.${effort}`)].filter(Boolean).join(' · ')}
          {snippet && (
            <>
              {' '}
              <CopyButton
                text={snippet.code}
                label={t(`copy.${snippet.language}`)}
              />
            </>
          )}
        </Typography>
      </div>
      <ActionGain action={action} />
    </li>
  );
}
