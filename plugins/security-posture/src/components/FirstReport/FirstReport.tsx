import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { securityPostureTranslationRef } from '../../translation';
import { Snippet } from '../Snippet';

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
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <>
      <Typography variant="body2">{t('hint.first')}</Typography>
      <Snippet code={command(entityRef)} copyLabel={t('hint.copy')} />
    </>
  );
}
