import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  findingStates,
  severities,
} from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { FilterBar, FilterMenu } from '../FilterBar';
import type { AlertsList } from './alertsShape';

export function AlertsFilters({ list }: { list: AlertsList }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { chosen, choose } = list;
  return (
    <FilterBar
      text={list.text}
      placeholder={t('alerts.search')}
      onSearch={list.search}
      onClear={list.filtered ? list.clear : undefined}
    >
      <FilterMenu
        label={t('filter.state')}
        values={findingStates}
        chosen={chosen.state}
        wordOf={state => t(`findingState.${state}`)}
        onChoose={values => choose('state', values)}
      />
      <FilterMenu
        label={t('filter.severity')}
        values={severities}
        chosen={chosen.severity}
        wordOf={severity => t(`severity.${severity}`)}
        onChoose={values => choose('severity', values)}
      />
    </FilterBar>
  );
}
