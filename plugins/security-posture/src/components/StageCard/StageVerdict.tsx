import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  EnforcementPoint,
  VerdictSummary,
} from 'backstage-plugin-security-posture-common';
import { toneColour } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({ fails: { color: toneColour(theme, 'bad') } }),
  { name: 'SecurityPostureStageVerdict' },
);

/** What the policy says at a place, and how much is known of what it was asked about. */
export interface StageVerdictProps {
  point: EnforcementPoint;
  verdict: VerdictSummary;
  known: 'all' | 'some' | 'nothing';
}

const passes = { all: 'pass', some: 'passKnown', nothing: 'nothing' } as const;

/** What the gate or the webhook would answer now, and how much of the policy is in force. */
export function StageVerdict(props: StageVerdictProps) {
  const { point, verdict, known } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { result, mode, violations, warnings, waived } = verdict;
  const rest = [
    mode !== 'enforce' && t(`policyMode.${mode}`),
    warnings > 0 && t('gate.warnings', { count: warnings }),
    waived > 0 && t('gate.waived', { count: waived }),
  ].filter(Boolean);
  const answer = () => {
    if (result === 'fail') {
      return (
        <strong className={classes.fails}>
          {t(`gate.${point}.fail`, { count: violations })}
        </strong>
      );
    }
    if (violations > 0) {
      return t(`gate.${point}.failIfEnforced`, { count: violations });
    }
    return t(`gate.${point}.${passes[known]}`);
  };
  return (
    <Typography variant="body2" color="textSecondary">
      {answer()}
      {rest.length > 0 && ` · ${rest.join(' · ')}`}
    </Typography>
  );
}
