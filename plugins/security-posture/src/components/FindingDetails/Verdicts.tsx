import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type {
  FindingDetail,
  Verdict,
} from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { FactTable } from '../FactTable';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import { TwoLines } from '../TwoLines';

export interface VerdictsProps {
  finding: Pick<FindingDetail, 'problem' | 'verdicts'>;
}

/** What each scanner says of a finding, and whether they agree. */
export function Verdicts({ finding: { problem, verdicts } }: VerdictsProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const counting = verdicts.filter(verdict => !verdict.withdrawn);
  const differ = new Set(counting.map(({ severity }) => severity)).size > 1;
  // Trivy in CI and Trivy in the cluster are two sources of one tool.
  const isAmbiguous = ({ tool, source }: Verdict) =>
    verdicts.some(other => other.tool === tool && other.source !== source);
  return (
    <FactTable
      title={t('verdict.title')}
      remark={
        differ && (
          <Typography variant="body2" color="textSecondary">
            {t('verdict.differ')}
          </Typography>
        )
      }
      rows={verdicts}
      columns={[
        {
          title: t('verdict.tool'),
          width: '22%',
          render: verdict => (
            <TwoLines
              second={[
                ...(isAmbiguous(verdict) ? [verdict.source] : []),
                ...verdict.reportedIds.filter(id => id !== problem),
                ...(verdict.withdrawn ? [t('verdict.withdrawn')] : []),
                ...(verdict.suppressed ? [t('verdict.suppressed')] : []),
              ].join(' · ')}
            >
              {verdict.tool}
            </TwoLines>
          ),
        },
        {
          title: t('verdict.severity'),
          width: '20%',
          render: ({ severity }) => <SeverityBadge severity={severity} />,
        },
        {
          title: t('verdict.version'),
          render: ({ versions }) => versions.join(', ') || t('verdict.unknown'),
        },
        {
          title: t('verdict.fix'),
          width: '18%',
          render: ({ fixedVersions }) =>
            fixedVersions.join(', ') || t('findings.noFix'),
        },
        {
          title: t('verdict.lastSeen'),
          width: '14%',
          render: ({ lastSeenAt }) => <RelativeTime time={lastSeenAt} />,
        },
      ]}
    />
  );
}
