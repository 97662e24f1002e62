import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { securityPostureTranslationRef } from '../../translation';

const TOLD_MS = 2_000;

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      padding: theme.spacing(0, 0.5),
      fontSize: theme.typography.pxToRem(12.5),
      fontWeight: 400,
      letterSpacing: 'normal',
      textTransform: 'none',
      whiteSpace: 'nowrap',
    },
    icon: { '&&': { fontSize: 15 } },
  }),
  { name: 'SecurityPostureCopyButton' },
);

export interface CopyButtonProps {
  text: string;
  label: string;
}

/** Copies a text, and says so for a moment. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  // Where the browser refuses, it lets the reader copy from a dialog instead.
  const [{ error, noUserInteraction }, copy] = useCopyToClipboard();
  const [times, setTimes] = useState(0);
  const [recent, setRecent] = useState(false);
  useEffect(() => {
    if (times === 0) return undefined;
    setRecent(true);
    const timer = setTimeout(() => setRecent(false), TOLD_MS);
    return () => clearTimeout(timer);
  }, [times]);

  const isDone = recent && noUserInteraction && !error;
  const Icon = isDone ? CheckIcon : CopyIcon;
  return (
    <Button
      className={classes.root}
      size="small"
      color="primary"
      startIcon={<Icon className={classes.icon} aria-hidden />}
      onClick={() => {
        copy(text);
        setTimes(count => count + 1);
      }}
    >
      <span aria-live="polite">{isDone ? t('copy.done') : label}</span>
    </Button>
  );
}
