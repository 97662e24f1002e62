import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { Finding } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { TwoLines } from '../TwoLines';

/** The version that ends it, or that there is none. */
export function FindingFix({ finding }: { finding: Finding }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { fixedVersions, remediation } = finding;
  const [version, ...more] = fixedVersions;
  if (version) {
    const number = String(more.length);
    return (
      <TwoLines second={more.length > 0 && t('list.more', { number })}>
        {version}
      </TwoLines>
    );
  }
  return (
    <Typography variant="body2" color="textSecondary" component="span">
      {remediation ? t('findings.seeDetails') : t('findings.noFix')}
    </Typography>
  );
}
