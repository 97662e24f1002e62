import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { DetailsList } from '../DetailsList';
import { SubjectName } from '../SubjectName';
import { FindingHistory } from './FindingHistory';
import { References } from './References';

/** Everything else that is known about a finding. */
export function FindingDetails({ finding }: { finding: Finding }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { package: pkg, cvss, epss } = finding;
  const scores = [
    cvss !== undefined && t('findings.cvss', { score: String(cvss) }),
    epss !== undefined &&
      t('findings.epss', { percent: (epss * 100).toFixed(1) }),
    finding.knownExploited && t('findings.knownExploited'),
  ].filter(Boolean);
  return (
    <DetailsList
      entries={[
        { term: t('filter.kind'), value: t(`kind.${finding.kind}`) },
        { term: t('finding.message'), value: finding.message },
        { term: t('finding.remediation'), value: finding.remediation },
        {
          term: t('finding.fixedVersions'),
          value: finding.fixedVersions.join(', '),
        },
        { term: t('finding.suppression'), value: finding.suppression },
        {
          term: t('finding.subject'),
          value: <SubjectName subject={finding.subject} />,
        },
        { term: t('findings.tools'), value: finding.tools.join(', ') },
        { term: t('finding.container'), value: finding.container },
        { term: t('finding.package'), value: pkg?.purl ?? pkg?.name },
        { term: t('finding.path'), value: finding.path ?? pkg?.path },
        { term: t('finding.scores'), value: scores.join(' · ') },
        { term: t('finding.aliases'), value: finding.aliases.join(', ') },
        {
          term: t('finding.history'),
          value: <FindingHistory finding={finding} />,
        },
        {
          term: t('finding.references'),
          value: finding.references.length > 0 && (
            <References references={finding.references} />
          ),
        },
      ]}
    />
  );
}
