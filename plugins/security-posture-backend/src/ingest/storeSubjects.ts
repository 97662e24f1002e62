import type { Knex } from 'knex';
import { mapSubjects, type MappingIndex } from '../mapping';
import type { StoredSubject } from '../model/subject';
import { pinSubjects } from '../store/operations/pinSubjects';
import { saveSubjects } from '../store/operations/saveSubjects';
import type { DeliveryFacts, PreparedReport } from './preparedReport';

/** Makes sure that all subjects of a body exist, and locks them until the end of the transaction. */
export async function storeSubjects(
  tx: Knex,
  reports: PreparedReport[],
  { query, receivedAt }: DeliveryFacts,
): Promise<void> {
  const own = reports.map(({ subject }) => subject);
  await saveSubjects(
    tx,
    [...own, ...mentionedBy(reports)],
    receivedAt.toISOString(),
  );
  if (query.entityRef) {
    await pinSubjects(
      tx,
      reports.flatMap(({ spoken }) => spoken),
      query.entityRef,
    );
  }
}

/** Maps all subjects of a body to components, once it is known which workload runs which image. */
export async function mapMentioned(
  tx: Knex,
  index: MappingIndex,
  reports: PreparedReport[],
): Promise<void> {
  const mentioned = mentionedBy(reports).map(
    subject => [subject.id, subject] as const,
  );
  await mapSubjects(tx, index, [...new Map(mentioned).values()]);
}

function mentionedBy(reports: PreparedReport[]): StoredSubject[] {
  return reports.flatMap(({ spoken, images }) => [
    ...images.flatMap(({ workload, image }) => [workload, image]),
    ...spoken,
  ]);
}
