import type { Knex } from 'knex';
import {
  annotationMap,
  podContainers,
  podSettings,
  type WorkloadFacts,
} from '../../../model/facts';
import { textSet } from '../../bulk';
import { isoTime, present, type DbTime } from '../../rows';
import { digestOf } from './artifactColumns';
import type { ComponentSubject } from './componentSubjects';
import { grouped } from './grouped';
import { podKinds } from './podKinds';

interface Columns {
  subject_id: string;
  source: string;
  report_id: string;
  annotations: string;
  containers: string;
  spec: string;
  configured_at: DbTime;
}

interface ImageColumns {
  workload_id: string;
  image_id: string;
  name: string;
  digest: string;
  tag: string | null;
}

/** Those of these subjects that run pods, as they are configured and with the images that they run. */
export async function findWorkloadFacts(
  knex: Knex,
  subjects: Iterable<ComponentSubject>,
): Promise<Map<string, WorkloadFacts>> {
  const byId = new Map([...subjects].map(subject => [subject.id, subject]));
  const configured: Columns[] = await knex('workloads')
    .whereIn('subject_id', textSet(knex, byId.keys()))
    .select('*');
  const configurations = new Map(configured.map(row => [row.subject_id, row]));
  const images = await findImagesOf(knex, byId.keys());
  const seen = await findSeen(knex, byId.keys());
  const facts = new Map<string, WorkloadFacts>();
  for (const [id, subject] of byId) {
    const workload = workloadOf(
      subject,
      configurations.get(id),
      images.get(id),
    );
    const exists = workload.configuration || workload.images.length > 0;
    if (runsPods(workload) && (exists || seen.has(id))) {
      facts.set(id, workload);
    }
  }
  return facts;
}

/** What some tool looked at; of what was only refused, nothing but a decision is left. */
async function findSeen(
  knex: Knex,
  subjectIds: Iterable<string>,
): Promise<Set<string>> {
  const rows: { subject_id: string }[] = await knex('scopes')
    .whereIn('subject_id', textSet(knex, subjectIds))
    .distinct('subject_id');
  return new Set(rows.map(({ subject_id }) => subject_id));
}

async function findImagesOf(
  knex: Knex,
  workloadIds: Iterable<string>,
): Promise<Map<string, WorkloadFacts['images']>> {
  const rows: ImageColumns[] = await knex('workload_images as w')
    .join('subjects as s', 's.id', 'w.image_id')
    .whereIn('w.workload_id', textSet(knex, workloadIds))
    .orderBy(['w.workload_id', 's.name'])
    .select('w.workload_id', 'w.image_id', 's.name', 'w.digest', 'w.tag');
  return grouped(
    rows,
    row => row.workload_id,
    row => ({
      subjectId: row.image_id,
      name: row.name,
      digest: digestOf(row.digest),
      tag: present(row.tag),
    }),
  );
}

function workloadOf(
  { id, kind, name, cluster, namespace, ...subject }: ComponentSubject,
  row: Columns | undefined,
  images: WorkloadFacts['images'] = [],
): WorkloadFacts {
  return {
    subjectId: id,
    subject: {
      kind,
      name,
      cluster,
      namespace,
      workloadKind: subject.workloadKind,
    },
    labels: subject.labels,
    annotations: row ? annotationMap.parse(JSON.parse(row.annotations)) : {},
    configuration: row && configurationOf(row),
    exposure: subject.exposure,
    images,
  };
}

function configurationOf(row: Columns): WorkloadFacts['configuration'] {
  const settings = podSettings.safeParse(JSON.parse(row.spec));
  if (!settings.success) return undefined;
  return {
    source: row.source,
    reportId: row.report_id,
    at: isoTime(row.configured_at),
    containers: podContainers.parse(JSON.parse(row.containers)),
    settings: settings.data,
  };
}

function runsPods({ subject, configuration, images }: WorkloadFacts): boolean {
  return (
    podKinds.includes(subject.workloadKind ?? '') ||
    images.length > 0 ||
    (configuration?.containers ?? []).length > 0
  );
}
