import type { Finding } from 'backstage-plugin-security-posture-common';
import type { Translate } from '../../translation';
import type { Column } from '../DataTable';
import { DueDate } from '../DueDate';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import { TwoLines } from '../TwoLines';
import { FindingFix } from './FindingFix';
import { FindingPlace } from './FindingPlace';
import { FindingTitle } from './FindingTitle';

export function findingColumns(t: Translate): Column<Finding>[] {
  return [
    {
      id: 'severity',
      title: t('findings.severity'),
      field: 'severity',
      first: 'desc',
      width: '96px',
      lead: true,
      render: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      id: 'title',
      title: t('findings.title'),
      field: 'title',
      lead: true,
      render: finding => <FindingTitle finding={finding} />,
    },
    {
      id: 'package',
      title: t('findings.package'),
      field: 'package',
      width: '20%',
      render: finding => <FindingPlace finding={finding} />,
    },
    {
      id: 'tools',
      title: t('findings.tools'),
      wide: true,
      width: '76px',
      render: ({ tools, stage }) => (
        <TwoLines second={t(`stage.${stage}`)}>{tools.join(', ')}</TwoLines>
      ),
    },
    {
      id: 'fix',
      title: t('findings.fix'),
      width: '13%',
      render: finding => <FindingFix finding={finding} />,
    },
    {
      id: 'firstSeenAt',
      title: t('findings.firstSeenAt'),
      wide: true,
      field: 'firstSeenAt',
      width: '96px',
      first: 'desc',
      render: ({ firstSeenAt }) => <RelativeTime time={firstSeenAt} />,
    },
    {
      id: 'dueAt',
      title: t('findings.due'),
      field: 'dueAt',
      width: '142px',
      render: finding => <DueDate finding={finding} />,
    },
  ];
}
