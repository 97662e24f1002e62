import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { decisionActions } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { FilterBar, FilterMenu } from '../FilterBar';
import type { DecisionsList } from './decisionsShape';

export function DecisionsFilters({ list }: { list: DecisionsList }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <FilterBar
      text={list.text}
      placeholder={t('decisions.search')}
      onSearch={list.search}
      onClear={list.filtered ? list.clear : undefined}
    >
      <FilterMenu
        label={t('filter.action')}
        values={decisionActions}
        chosen={list.chosen.action}
        wordOf={action => t(`decision.${action}`)}
        onChoose={values => list.choose('action', values)}
      />
    </FilterBar>
  );
}
