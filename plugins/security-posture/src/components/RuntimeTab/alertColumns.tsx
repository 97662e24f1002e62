import type { Alert } from 'backstage-plugin-security-posture-common';
import type { Translate } from '../../translation';
import type { Column } from '../DataTable';
import { FindingState } from '../FindingState';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import { SubjectName } from '../SubjectName';
import { TwoLines } from '../TwoLines';

export function alertColumns(t: Translate): Column<Alert>[] {
  return [
    {
      id: 'severity',
      title: t('alerts.severity'),
      field: 'severity',
      first: 'desc',
      width: '100px',
      lead: true,
      render: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      id: 'rule',
      title: t('alerts.rule'),
      field: 'rule',
      lead: true,
      render: ({ rule, message, state }) => (
        <TwoLines second={message}>
          {rule} <FindingState state={state} />
        </TwoLines>
      ),
    },
    {
      id: 'subject',
      title: t('alerts.subject'),
      width: '22%',
      render: ({ subject, container }) => (
        <TwoLines second={container}>
          <SubjectName subject={subject} />
        </TwoLines>
      ),
    },
    {
      id: 'source',
      title: t('alerts.source'),
      wide: true,
      width: '12%',
      render: ({ source }) => source,
    },
    {
      id: 'count',
      title: t('alerts.count'),
      width: '72px',
      render: ({ count }) => count.toLocaleString(),
    },
    {
      id: 'lastSeenAt',
      title: t('alerts.lastSeenAt'),
      width: '96px',
      field: 'lastSeenAt',
      first: 'desc',
      render: ({ lastSeenAt }) => <RelativeTime time={lastSeenAt} />,
    },
  ];
}
