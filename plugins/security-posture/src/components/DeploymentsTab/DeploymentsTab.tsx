import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { useMemo } from 'react';
import { useListParams } from '../../hooks/useListParams';
import { useWorkloads } from '../../hooks/useWorkloads';
import { securityPostureTranslationRef } from '../../translation';
import { ListPanel } from '../ListPanel';
import { subjectName } from '../SubjectName';
import { NoWorkloads } from './NoWorkloads';
import { WorkloadDetails } from './WorkloadDetails';
import { workloadColumns } from './workloadColumns';
import { workloadRow, workloadsQuery, workloadsShape } from './workloadsShape';

export interface DeploymentsTabProps {
  posture: Posture;
}

/** Where the component runs, the riskiest workload first. */
export function DeploymentsTab({ posture }: DeploymentsTabProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const list = useListParams(workloadsShape);
  const query = useMemo(() => workloadsQuery(list), [list]);
  const { value, ...request } = useWorkloads(posture.entityRef, query);
  return (
    <ListPanel
      label={t('workloads.label')}
      columns={workloadColumns(t)}
      nameOf={({ subject }) => subjectName(subject)}
      details={workload => <WorkloadDetails workload={workload} />}
      request={{
        ...request,
        value: value && { ...value, items: value.items.map(workloadRow) },
      }}
      query={list}
      filters={null}
      empty={<NoWorkloads posture={posture} />}
    />
  );
}
