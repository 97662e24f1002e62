import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Risk } from 'backstage-plugin-security-posture-common';
import { useState } from 'react';
import {
  securityPostureTranslationRef,
  type Translate,
} from '../../translation';

const SHOWN = 1;

const useStyles = makeStyles(
  theme => ({
    reason: { lineHeight: 1.4, overflowWrap: 'anywhere' },
    more: {
      justifySelf: 'start',
      minWidth: 0,
      padding: 0,
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 400,
      letterSpacing: 'normal',
      textTransform: 'none',
    },
  }),
  { name: 'SecurityPostureGradeReasons' },
);

function sentence({ grade, reason }: Risk['caps'][number], t: Translate) {
  return grade === '?'
    ? t('held.unknown', { reason })
    : t('held.at', { grade, reason });
}

/** Why the grade is not better, though the risk alone would allow it: the worst reason, and the others on demand. */
export function GradeReasons({ caps }: { caps: Risk['caps'] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const [all, setAll] = useState(false);
  const hidden = caps.length - SHOWN;
  return (
    <>
      {(all ? caps : caps.slice(0, SHOWN)).map(cap => (
        <Typography
          key={cap.grade + cap.reason}
          className={classes.reason}
          variant="caption"
          color="textSecondary"
          component="div"
        >
          {sentence(cap, t)}
        </Typography>
      ))}
      {hidden > 0 && (
        <Button
          className={classes.more}
          color="primary"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t('held.fewer') : t('held.more', { count: hidden })}
        </Button>
      )}
    </>
  );
}
