import type { Translate } from '../../translation';
import type { Column } from '../DataTable';
import { SubjectName } from '../SubjectName';
import { TwoLines } from '../TwoLines';
import { ExposurePill } from './ExposurePill';
import { SecretNames } from './SecretNames';
import { WorkloadImages } from './WorkloadImages';
import { WorkloadRisk } from './WorkloadRisk';
import type { WorkloadRow } from './workloadsShape';

export function workloadColumns(t: Translate): Column<WorkloadRow>[] {
  return [
    {
      id: 'risk',
      title: t('workloads.risk'),
      width: '160px',
      lead: true,
      render: workload => <WorkloadRisk workload={workload} />,
    },
    {
      id: 'workload',
      title: t('workloads.workload'),
      lead: true,
      render: ({ subject, exposure }) => (
        <TwoLines
          second={
            <>
              {subject.workloadKind} <ExposurePill exposure={exposure} />
            </>
          }
        >
          <SubjectName subject={subject} />
        </TwoLines>
      ),
    },
    {
      id: 'images',
      title: t('workloads.images'),
      width: '26%',
      render: ({ images }) => <WorkloadImages images={images} />,
    },
    {
      id: 'failing',
      title: t('workloads.fails'),
      width: '110px',
      render: ({ failing }) =>
        failing.length > 0
          ? failing.length.toLocaleString()
          : t('workloads.noneFailing'),
    },
    {
      id: 'secrets',
      title: t('workloads.secrets'),
      width: '18%',
      render: ({ secrets }) => <SecretNames secrets={secrets} />,
    },
  ];
}
