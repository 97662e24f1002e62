import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  FindingDetail,
  Subject,
} from 'backstage-plugin-security-posture-common';
import {
  securityPostureTranslationRef,
  type Translate,
} from '../../translation';
import { FactTable } from '../FactTable';
import { RelativeTime } from '../RelativeTime';
import { TwoLines } from '../TwoLines';
import { ArtifactName } from './ArtifactName';
import { Workloads } from './Workloads';
import { placesOf, type Place } from './placesOf';

/** Where the artifact is; a workload or a repository without branches is no artifact. */
function whereabouts(place: Place, subject: Subject, t: Translate): string {
  const { built, running } = place;
  const words = [
    running && t('sighting.running'),
    built && t('sighting.built'),
  ].filter(Boolean);
  if (words.length > 0) return words.join(', ');
  return subject.kind === 'image' ? t('sighting.neither') : '';
}

export interface SightingsProps {
  finding: Pick<FindingDetail, 'subject' | 'sightings' | 'verdicts'>;
}

/** The artifacts that a finding was seen on, and what runs them. */
export function Sightings({ finding }: SightingsProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { subject } = finding;
  return (
    <FactTable
      title={t('sighting.title')}
      rows={placesOf(finding)}
      columns={[
        {
          title: t('sighting.artifact'),
          width: '22%',
          render: place => <ArtifactName place={place} subject={subject} />,
        },
        {
          title: t('sighting.where'),
          width: '20%',
          render: place => (
            <TwoLines
              second={
                place.withdrawnAt &&
                t('sighting.withdrawn', {
                  time: <RelativeTime time={place.withdrawnAt} />,
                })
              }
            >
              {whereabouts(place, subject, t)}
            </TwoLines>
          ),
        },
        ...(subject.kind === 'image'
          ? [
              {
                title: t('sighting.workloads'),
                render: ({ workloads }: Place) => (
                  <Workloads workloads={workloads} />
                ),
              },
            ]
          : []),
        {
          title: t('sighting.tools'),
          width: '18%',
          render: ({ tools }) => tools.join(', '),
        },
        {
          title: t('sighting.lastSeen'),
          width: '14%',
          render: ({ lastSeenAt }) => <RelativeTime time={lastSeenAt} />,
        },
      ]}
    />
  );
}
