import type { Decision } from 'backstage-plugin-security-posture-common';
import type { Translate } from '../../translation';
import type { Column } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import { SubjectName } from '../SubjectName';
import { TwoLines } from '../TwoLines';
import { ActionLabel } from './ActionLabel';

export function decisionColumns(t: Translate): Column<Decision>[] {
  return [
    {
      id: 'action',
      title: t('decisions.action'),
      width: '108px',
      lead: true,
      render: ({ action }) => <ActionLabel action={action} />,
    },
    {
      id: 'policy',
      title: t('decisions.policy'),
      field: 'policy',
      lead: true,
      render: ({ policy, rule, message }) => (
        <TwoLines second={message ?? rule}>{policy}</TwoLines>
      ),
    },
    {
      id: 'severity',
      title: t('decisions.severity'),
      width: '100px',
      field: 'severity',
      first: 'desc',
      render: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      id: 'subject',
      title: t('decisions.subject'),
      width: '24%',
      render: ({ subject }) => (
        <TwoLines second={subject.workloadKind}>
          <SubjectName subject={subject} />
        </TwoLines>
      ),
    },
    {
      id: 'engine',
      title: t('decisions.engine'),
      wide: true,
      width: '12%',
      render: ({ engine }) => engine,
    },
    {
      id: 'count',
      title: t('decisions.count'),
      width: '72px',
      render: ({ count }) => count.toLocaleString(),
    },
    {
      id: 'lastSeenAt',
      title: t('decisions.lastSeenAt'),
      width: '96px',
      field: 'lastSeenAt',
      first: 'desc',
      render: ({ lastSeenAt }) => <RelativeTime time={lastSeenAt} />,
    },
  ];
}
