import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { Severity } from 'backstage-plugin-security-posture-common';
import { onColour, severityColour } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.625),
      fontWeight: 700,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
      color: ({ severity }: { severity: Severity }) =>
        severityColour(theme, severity),
    },
    letter: {
      display: 'inline-grid',
      placeItems: 'center',
      width: 18,
      height: 18,
      flex: 'none',
      borderRadius: 3,
      fontSize: 11,
      lineHeight: 1,
      color: onColour(theme),
      backgroundColor: ({ severity }: { severity: Severity }) =>
        severityColour(theme, severity),
    },
  }),
  { name: 'SecurityPostureSeverityBadge' },
);

export interface SeverityBadgeProps {
  severity: Severity;
  /** Shown in place of the word. */
  count?: number;
}

/** A coloured letter with the severity's word, or with how many there are. */
export function SeverityBadge({ severity, count }: SeverityBadgeProps) {
  const classes = useStyles({ severity });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const word = t(`severity.${severity}`);
  const counted = count === undefined ? undefined : `${count} ${word}`;
  return (
    <span className={classes.root} title={counted}>
      <span className={classes.letter} aria-hidden>
        {t(`severityLetter.${severity}`)}
      </span>
      {counted === undefined ? (
        word
      ) : (
        <span aria-label={counted} role="img">
          {count?.toLocaleString()}
        </span>
      )}
    </span>
  );
}
