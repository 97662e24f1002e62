import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    box: {
      display: 'flex',
      alignItems: 'flex-start',
      marginTop: theme.spacing(1),
      padding: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      textAlign: 'left',
    },
    code: {
      flex: 1,
      margin: 0,
      fontSize: theme.typography.pxToRem(12.5),
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-wrap',
    },
  }),
  { name: 'SecurityPostureFirstReport' },
);

function command(entityRef: string): string {
  return [
    'curl --fail --data-binary @report.json \\',
    '  -H "Content-Type: application/json" \\',
    '  -H "Authorization: Bearer $TOKEN" \\',
    `  "$BACKSTAGE_URL/api/security-posture/v1/reports?entityRef=${entityRef}"`,
  ].join('\n');
}

/** The command that ends the state "never scanned". */
export function FirstReport({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const text = command(entityRef);
  return (
    <>
      <Typography variant="body2">{t('hint.first')}</Typography>
      <div className={classes.box}>
        <pre className={classes.code}>{text}</pre>
        <CopyTextButton text={text} aria-label={t('hint.copy')} />
      </div>
    </>
  );
}
