import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { Grade } from 'backstage-plugin-security-posture-common';
import { gradeColour } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { flex: 'none', display: 'block' },
    track: {
      fill: 'none',
      stroke: theme.palette.divider,
      strokeWidth: 4,
    },
    // Nothing known is dashed, here as on the cards: not by colour alone.
    unknown: {
      stroke: ({ grade }: { grade: Grade }) => gradeColour(theme, grade),
      strokeWidth: 2,
      strokeDasharray: '3 3',
    },
    arc: {
      fill: 'none',
      stroke: ({ grade }: { grade: Grade }) => gradeColour(theme, grade),
      strokeWidth: 4,
    },
    letter: {
      fill: theme.palette.text.primary,
      fontFamily: theme.typography.fontFamily,
      fontSize: 18,
      fontWeight: 700,
      textAnchor: 'middle',
      dominantBaseline: 'central',
    },
  }),
  { name: 'SecurityPostureGradeRing' },
);

export interface GradeRingProps {
  grade: Grade;
  /** 0 to 100; absent while it is not known. */
  risk?: number;
  /** Pixels across. */
  size: number;
}

/** The letter of a grade, in a ring that is filled as far as the risk goes. */
export function GradeRing({ grade, risk, size }: GradeRingProps) {
  const classes = useStyles({ grade });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const isKnown = risk !== undefined;
  return (
    <svg
      className={classes.root}
      viewBox="0 0 40 40"
      width={size}
      height={size}
      role="img"
      aria-label={
        grade === '?' ? t('grade.unknown') : t('grade.label', { grade })
      }
    >
      <circle
        className={`${classes.track} ${isKnown ? '' : classes.unknown}`}
        cx={20}
        cy={20}
        r={17.5}
        data-known={isKnown}
      />
      {isKnown && (
        <circle
          className={classes.arc}
          cx={20}
          cy={20}
          r={17.5}
          pathLength={100}
          strokeDasharray={`${Math.min(100, Math.max(0, risk))} 100`}
          transform="rotate(-90 20 20)"
          data-part="risk"
        />
      )}
      <text className={classes.letter} x={20} y={20.5} aria-hidden>
        {grade}
      </text>
    </svg>
  );
}
