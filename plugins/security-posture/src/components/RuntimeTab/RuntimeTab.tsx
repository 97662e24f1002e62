import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Posture } from 'backstage-plugin-security-posture-common';
import { useMemo } from 'react';
import { useAlerts } from '../../hooks/useAlerts';
import { useListParams } from '../../hooks/useListParams';
import { securityPostureTranslationRef } from '../../translation';
import { ListPanel } from '../ListPanel';
import { AlertDetails } from './AlertDetails';
import { AlertsFilters } from './AlertsFilters';
import { NoAlerts } from './NoAlerts';
import { alertColumns } from './alertColumns';
import { alertsQuery, alertsShape } from './alertsShape';

export interface RuntimeTabProps {
  posture: Posture;
}

/** What sensors reported of the running component, newest first. */
export function RuntimeTab({ posture }: RuntimeTabProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const list = useListParams(alertsShape);
  const query = useMemo(() => alertsQuery(list), [list]);
  const request = useAlerts(posture.entityRef, query);
  return (
    <ListPanel
      label={t('alerts.label')}
      columns={alertColumns(t)}
      nameOf={alert => alert.rule}
      details={alert => <AlertDetails alert={alert} />}
      request={request}
      query={list}
      filters={<AlertsFilters list={list} />}
      empty={<NoAlerts posture={posture} />}
    />
  );
}
