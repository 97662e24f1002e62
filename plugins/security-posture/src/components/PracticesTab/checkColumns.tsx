import type { JudgedCheck } from 'backstage-plugin-security-posture-common';
import type { Translate } from '../../translation';
import { CheckResultLabel } from '../CheckResultLabel';
import type { Column } from '../DataTable';
import { Pill } from '../Pill';
import { TwoLines } from '../TwoLines';
import { EnforcedAs } from './EnforcedAs';

export function checkColumns(t: Translate): Column<JudgedCheck>[] {
  return [
    {
      id: 'result',
      title: t('practices.result'),
      width: '144px',
      lead: true,
      render: ({ result }) => <CheckResultLabel result={result} />,
    },
    {
      id: 'title',
      title: t('practices.title'),
      lead: true,
      render: ({ title, summary, exceptionId }) => (
        <TwoLines second={summary}>
          {title}
          {exceptionId && (
            <>
              {' '}
              <Pill tone="neutral">{t('practices.excepted')}</Pill>
            </>
          )}
        </TwoLines>
      ),
    },
    {
      id: 'practices',
      title: t('practices.practices'),
      width: '96px',
      render: ({ practices }) => practices.join(', '),
    },
    {
      id: 'enforcement',
      title: t('practices.enforcement'),
      width: '168px',
      render: check => <EnforcedAs check={check} />,
    },
  ];
}
