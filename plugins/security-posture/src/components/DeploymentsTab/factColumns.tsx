import type {
  RiskFactor,
  SecretUse,
} from 'backstage-plugin-security-posture-common';
import type { Translate } from '../../translation';
import type { FactColumn } from '../FactTable';

export function factorColumns(t: Translate): FactColumn<RiskFactor>[] {
  return [
    { title: t('workloads.factor'), render: ({ title }) => title },
    {
      title: t('workloads.stage'),
      width: '16%',
      render: ({ stage }) => t(`stage.${stage}`),
    },
    {
      title: t('workloads.share'),
      width: '14%',
      render: ({ share }) => `${Math.round(share * 100)}\u00a0%`,
    },
    {
      title: t('workloads.without'),
      width: '20%',
      render: ({ without }) => Math.round(without),
    },
  ];
}

function access({ readOnly }: SecretUse, t: Translate) {
  if (readOnly === undefined) return '';
  return t(readOnly ? 'workloads.readOnly' : 'workloads.writable');
}

export function secretColumns(t: Translate): FactColumn<SecretUse>[] {
  return [
    { title: t('workloads.secret'), render: ({ name }) => name },
    {
      title: t('workloads.via'),
      width: '30%',
      render: ({ via }) => t(`secretVia.${via}`),
    },
    {
      title: t('workloads.container'),
      width: '20%',
      render: ({ container }) => container,
    },
    {
      title: t('workloads.access'),
      width: '15%',
      render: secret => access(secret, t),
    },
  ];
}
