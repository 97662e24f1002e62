import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  findingKinds,
  findingStates,
  severities,
  stages,
} from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { FilterBar, FilterMenu, FilterToggle } from '../FilterBar';
import { MoreFilters } from './MoreFilters';
import type { FindingsList } from './findingsShape';

export function FindingsFilters({ list }: { list: FindingsList }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { chosen, choose } = list;
  return (
    <FilterBar
      text={list.text}
      placeholder={t('findings.search')}
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
      <FilterMenu
        label={t('filter.stage')}
        values={stages}
        chosen={chosen.stage}
        wordOf={stage => t(`stage.${stage}`)}
        onChoose={values => choose('stage', values)}
      />
      <FilterMenu
        label={t('filter.kind')}
        values={findingKinds}
        chosen={chosen.kind}
        wordOf={kind => t(`kind.${kind}`)}
        onChoose={values => choose('kind', values)}
      />
      <FilterToggle
        label={t('filter.fixable')}
        active={chosen.fixable.length > 0}
        onToggle={active => choose('fixable', active ? ['true'] : [])}
      />
      <MoreFilters list={list} />
    </FilterBar>
  );
}
