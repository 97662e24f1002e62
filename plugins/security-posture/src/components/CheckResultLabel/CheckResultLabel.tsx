import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type SvgIcon from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import WarningIcon from '@material-ui/icons/Warning';
import type { CheckResult } from 'backstage-plugin-security-posture-common';
import { toneColour, toneOfResult } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';

const icons: Record<CheckResult, typeof SvgIcon> = {
  pass: CheckCircleIcon,
  warn: WarningIcon,
  fail: ErrorIcon,
  unknown: HelpOutlineIcon,
  'not-applicable': BlockIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.625),
      color: ({ result }: { result: CheckResult }) =>
        toneColour(theme, toneOfResult[result]),
      fontWeight: 700,
      whiteSpace: 'nowrap',
    },
    icon: { flex: 'none', fontSize: 18 },
  }),
  { name: 'SecurityPostureCheckResult' },
);

export interface CheckResultLabelProps {
  result: CheckResult;
}

/** How a check turned out, as icon and word. */
export function CheckResultLabel({ result }: CheckResultLabelProps) {
  const classes = useStyles({ result });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const Icon = icons[result];
  return (
    <span className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      {t(`checkResult.${result}`)}
    </span>
  );
}
