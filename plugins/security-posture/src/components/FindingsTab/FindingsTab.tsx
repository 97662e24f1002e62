import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { useMemo } from 'react';
import { useFindings } from '../../hooks/useFindings';
import { useListParams } from '../../hooks/useListParams';
import { securityPostureTranslationRef } from '../../translation';
import { ListPanel } from '../ListPanel';
import { FindingRowDetails } from './FindingRowDetails';
import { FindingsFilters } from './FindingsFilters';
import { findingName } from './FindingTitle';
import { NoFindings } from './NoFindings';
import { findingColumns } from './findingColumns';
import { findingsQuery, findingsShape } from './findingsShape';

export interface FindingsTabProps {
  posture: Posture;
}

/** The findings of the component: open ones, worst first, unless the URL says otherwise. */
export function FindingsTab({ posture }: FindingsTabProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const list = useListParams(findingsShape);
  const query = useMemo(() => findingsQuery(list), [list]);
  const request = useFindings(posture.entityRef, query);
  const showStale = () => list.choose('state', ['stale']);
  return (
    <ListPanel
      label={t('findings.label')}
      columns={findingColumns(t)}
      nameOf={findingName}
      details={finding => <FindingRowDetails finding={finding} />}
      request={request}
      query={list}
      filters={<FindingsFilters list={list} />}
      empty={<NoFindings posture={posture} onShowStale={showStale} />}
      remark={list.order.field === 'dueAt' ? t('findings.dueOnly') : undefined}
    />
  );
}
