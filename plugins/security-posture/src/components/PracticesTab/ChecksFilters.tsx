import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  stages,
  type JudgedCheck,
} from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { FilterBar, FilterMenu, FilterToggle } from '../FilterBar';
import {
  checksToCount,
  countResult,
  resultsByUrgency,
  type ChecksList,
} from './checksShape';

export interface ChecksFiltersProps {
  list: ChecksList;
  checks: JudgedCheck[];
}

/** A chip for each result that occurs or is asked for, with how many there are; and the stages. */
export function ChecksFilters({ list, checks }: ChecksFiltersProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { chosen, choose } = list;
  const counted = checksToCount(checks, list);
  const toggles = resultsByUrgency.flatMap(result => {
    const active = chosen.result.includes(result);
    const count = countResult(counted, result);
    if (count === 0 && !active) return [];
    const others = chosen.result.filter(other => other !== result);
    return [
      <FilterToggle
        key={result}
        label={`${t(`checkResult.${result}`)} ${count}`}
        active={active}
        onToggle={on => choose('result', on ? [...others, result] : others)}
      />,
    ];
  });
  return (
    <FilterBar
      text={list.text}
      placeholder={t('practices.search')}
      onSearch={list.search}
      onClear={list.filtered ? list.clear : undefined}
    >
      {toggles}
      <FilterMenu
        label={t('filter.stage')}
        values={stages}
        chosen={chosen.stage}
        wordOf={stage => t(`stage.${stage}`)}
        onChoose={values => choose('stage', values)}
      />
    </FilterBar>
  );
}
