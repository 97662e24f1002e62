import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { Finding } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { TwoLines } from '../TwoLines';

/** The version that ends it, or that there is none; and whether the end waits for a rollout. */
export function FindingFix({ finding }: { finding: Finding }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { fixedVersions, remediation, rollout } = finding;
  const [version, ...more] = fixedVersions;
  const rest =
    more.length > 0
      ? ` ${t('list.more', { number: String(more.length) })}`
      : '';
  return (
    <TwoLines
      second={
        rollout &&
        rollout !== 'deployed' && <strong>{t(`rollout.${rollout}`)}</strong>
      }
    >
      {version ? (
        version + rest
      ) : (
        <Typography variant="body2" color="textSecondary" component="span">
          {remediation ? t('findings.seeDetails') : t('findings.noFix')}
        </Typography>
      )}
    </TwoLines>
  );
}
