import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { ComponentWorkload } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';

/** The names of the secrets that a workload uses; none and not known are told apart. */
export function SecretNames({ secrets }: Pick<ComponentWorkload, 'secrets'>) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (!secrets || secrets.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary" component="span">
        {t(secrets ? 'workloads.noSecrets' : 'workloads.secretsUnknown')}
      </Typography>
    );
  }
  return <>{[...new Set(secrets.map(({ name }) => name))].join(', ')}</>;
}
