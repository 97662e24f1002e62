import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JudgedCheck } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { DetailsList } from '../DetailsList';
import { SuppressedByException } from '../FindingDetails';
import { Snippet } from '../Snippet';
import { EvidenceList } from './EvidenceList';

/** Why it matters, what was judged and seen, how to mend it, and what would pass. */
export function PracticeDetails({ check }: { check: JudgedCheck }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { fix, exceptionId } = check;
  return (
    <DetailsList
      entries={[
        {
          term: t('practices.evidence'),
          value: check.evidence.length > 0 && <EvidenceList check={check} />,
        },
        {
          term: t('practices.waived'),
          value: exceptionId && <SuppressedByException id={exceptionId} />,
        },
        {
          term: t('practices.fix'),
          value: fix && (
            <>
              {fix.text}
              {fix.snippet && (
                <Snippet
                  code={fix.snippet.code}
                  copyLabel={t(`copy.${fix.snippet.language}`)}
                />
              )}
            </>
          ),
        },
        { term: t('practices.why'), value: check.why },
        { term: t('practices.rule'), value: check.rule },
        { term: t('practices.passes'), value: check.passes },
        { term: t('practices.check'), value: <code>{check.checkId}</code> },
      ]}
    />
  );
}
