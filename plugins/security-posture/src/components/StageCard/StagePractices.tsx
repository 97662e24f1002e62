import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  CheckCounts,
  Stage,
} from 'backstage-plugin-security-posture-common';
import { toneColour, toneOfResult } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';

/** What a bar is made of, in this order; what does not apply is no part of it. */
const parts = ['pass', 'fail', 'warn', 'unknown'] as const;

const useStyles = makeStyles(
  theme => {
    const unknown = toneColour(theme, 'unknown');
    return {
      bar: {
        display: 'flex',
        gap: 2,
        height: 8,
        marginBottom: theme.spacing(0.5),
        borderRadius: 4,
        overflow: 'hidden',
      },
      part: { minWidth: 4 },
      pass: { backgroundColor: toneColour(theme, toneOfResult.pass) },
      fail: { backgroundColor: toneColour(theme, toneOfResult.fail) },
      warn: { backgroundColor: toneColour(theme, toneOfResult.warn) },
      // Hatched: not by colour alone.
      unknown: {
        background: `repeating-linear-gradient(135deg, ${unknown} 0 3px, transparent 3px 6px)`,
      },
    };
  },
  { name: 'SecurityPostureStagePractices' },
);

export interface StagePracticesProps {
  stage: Stage;
  checks: CheckCounts;
}

/** How the practices of a stage stand, as a bar and in words. Nothing where none applies. */
export function StagePractices({ stage, checks }: StagePracticesProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const shown = parts.filter(part => checks[part] > 0);
  if (shown.length === 0) return null;
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {shown.map(part => (
          <span
            key={part}
            className={`${classes.part} ${classes[part]}`}
            style={{ flexGrow: checks[part] }}
            data-part={part}
          />
        ))}
      </div>
      <Typography variant="body2">
        <Link to={`practices?stage=${stage}`}>
          {t('practices.counts', {
            counts: shown
              .map(part => t(`checkCount.${part}`, { count: checks[part] }))
              .join(' · '),
          })}
        </Link>
      </Typography>
    </div>
  );
}
