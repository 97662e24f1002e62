import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { ComponentWorkload } from 'backstage-plugin-security-posture-common';
import { wholePercent } from '../../knowledge';
import { securityPostureTranslationRef } from '../../translation';
import { DetailsList } from '../DetailsList';
import { FactTable } from '../FactTable';
import { RelativeTime } from '../RelativeTime';
import { FailingChecks } from './FailingChecks';
import { factorColumns, secretColumns } from './factColumns';

/** What its risk is made of, what it fails, and how it gets its secrets. */
export function WorkloadDetails({ workload }: { workload: ComponentWorkload }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { failing, risk, coverage, factors, factorsTotal } = workload;
  const more = factorsTotal - factors.length;
  return (
    <>
      <DetailsList
        entries={[
          {
            term: t('workloads.failing'),
            value: failing.length > 0 && <FailingChecks failing={failing} />,
          },
          {
            term: t('workloads.exposure'),
            value: t(`exposure.${workload.exposure ?? 'unknown'}`),
          },
          {
            term: t('workloads.coverage'),
            value:
              risk === undefined
                ? t('coverage.none')
                : t('coverage.share', { percent: wholePercent(coverage) }),
          },
          {
            term: t('workloads.configuredAt'),
            value: workload.configuredAt && (
              <RelativeTime time={workload.configuredAt} />
            ),
          },
        ]}
      />
      <FactTable
        title={t('workloads.factors')}
        columns={factorColumns(t)}
        rows={factors}
      />
      {more > 0 && (
        <Typography variant="caption" color="textSecondary">
          {t('workloads.moreFactors', { count: more })}
        </Typography>
      )}
      <FactTable
        title={t('workloads.secrets')}
        columns={secretColumns(t)}
        rows={workload.secrets ?? []}
      />
    </>
  );
}
