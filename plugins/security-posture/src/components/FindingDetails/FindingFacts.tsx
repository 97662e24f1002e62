import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Finding,
  Verdict,
} from 'backstage-plugin-security-posture-common';
import {
  securityPostureTranslationRef,
  type Translate,
} from '../../translation';
import { DetailsList } from '../DetailsList';
import { SubjectName } from '../SubjectName';
import { Deadline } from './Deadline';
import { FindingHistory } from './FindingHistory';
import { References } from './References';
import { Suppression } from './Suppression';

function scoresOf({ cvss, epss, knownExploited }: Finding, t: Translate) {
  return [
    cvss !== undefined && t('findings.cvss', { score: String(cvss) }),
    epss !== undefined &&
      t('findings.epss', { percent: (epss * 100).toFixed(1) }),
    knownExploited && t('findings.knownExploited'),
  ]
    .filter(Boolean)
    .join(' · ');
}

export interface FindingFactsProps {
  finding: Finding;
  /** Absent while they load. */
  verdicts?: Verdict[];
}

/** What to do and by when first, what it is exactly after it. */
export function FindingFacts({ finding, verdicts }: FindingFactsProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { package: pkg, rollout } = finding;
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
        {
          term: t('finding.rollout'),
          value: rollout && t(`rollout.${rollout}`),
        },
        {
          term: t('finding.suppression'),
          value: finding.state === 'suppressed' && (
            <Suppression finding={finding} verdicts={verdicts} />
          ),
        },
        {
          term: t('finding.deadline'),
          value: (finding.dueAt || finding.dueRule) && (
            <Deadline finding={finding} />
          ),
        },
        {
          term: t('finding.subject'),
          value: <SubjectName subject={finding.subject} />,
        },
        {
          term: t('findings.tools'),
          value: !verdicts && finding.tools.join(', '),
        },
        { term: t('finding.container'), value: finding.container },
        { term: t('finding.package'), value: pkg?.purl ?? pkg?.name },
        { term: t('finding.path'), value: finding.path ?? pkg?.path },
        { term: t('finding.scores'), value: scoresOf(finding, t) },
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
