import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Subject } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { SubjectName, subjectName } from '../SubjectName';

const MOST = 5;

/** The first workloads that run an artifact; a base image may have hundreds. */
export function Workloads({ workloads }: { workloads: Subject[] }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (workloads.length === 0) return <>{t('sighting.noWorkloads')}</>;
  const number = String(workloads.length - MOST);
  return (
    <>
      {workloads.slice(0, MOST).map(workload => (
        <div key={`${workload.workloadKind} ${subjectName(workload)}`}>
          <SubjectName subject={workload} />
        </div>
      ))}
      {workloads.length > MOST && t('list.more', { number })}
    </>
  );
}
