import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { rollouts } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { FilterOptions } from '../FilterBar';
import type { FindingsList } from './findingsShape';

/** The filters that are wanted less often, behind one chip. */
export function MoreFilters({ list }: { list: FindingsList }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { chosen, choose } = list;
  const flag = (name: 'knownExploited' | 'breached') => {
    const isOn = chosen[name].length > 0;
    return {
      word: t(`filter.${name}`),
      chosen: isOn,
      onToggle: () => choose(name, isOn ? [] : ['true']),
    };
  };
  return (
    <FilterOptions
      label={t('filter.more')}
      options={[
        flag('knownExploited'),
        flag('breached'),
        ...rollouts.map(rollout => ({
          word: t(`rollout.${rollout}`),
          chosen: chosen.rollout.includes(rollout),
          onToggle: () =>
            choose(
              'rollout',
              rollouts.filter(
                other => chosen.rollout.includes(other) !== (other === rollout),
              ),
            ),
        })),
      ]}
    />
  );
}
