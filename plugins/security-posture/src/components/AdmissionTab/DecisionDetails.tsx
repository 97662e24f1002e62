import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Decision } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { DetailsList } from '../DetailsList';
import { RelativeTime } from '../RelativeTime';

/** Everything else that is known about a decision. */
export function DecisionDetails({ decision }: { decision: Decision }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { actor, operation, rule, category, outcome, message } = decision;
  return (
    <DetailsList
      entries={[
        { term: t('decisions.message'), value: message },
        { term: t('decisions.engine'), value: decision.engine },
        { term: t('decisions.rule'), value: rule },
        { term: t('decisions.category'), value: category },
        { term: t('decisions.outcome'), value: outcome },
        { term: t('decisions.operation'), value: operation },
        { term: t('decisions.actor'), value: actor },
        {
          term: t('decisions.firstSeenAt'),
          value: <RelativeTime time={decision.firstSeenAt} />,
        },
      ]}
    />
  );
}
