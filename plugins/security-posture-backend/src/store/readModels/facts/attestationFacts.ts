import type { Knex } from 'knex';
import type { AttestationFacts } from '../../../model/facts';
import { textSet } from '../../bulk';
import { isoTime, isTrue, present, type DbTime } from '../../rows';
import { artifactKey, type ArtifactRef } from '../ofArtifacts';
import { grouped } from './grouped';

interface Columns {
  id: string;
  subject_id: string;
  digest: string;
  predicate_type: string;
  builder_id: string | null;
  source_repository: string | null;
  source_commit: string | null;
  signer: string | null;
  issuer: string | null;
  verified: unknown;
  finished_at: DbTime | null;
  received_at: DbTime;
}

/** The attestations of these artifacts, by their key. */
export async function findAttestationFacts(
  knex: Knex,
  artifacts: ArtifactRef[],
): Promise<Map<string, AttestationFacts[]>> {
  const texts = (part: keyof ArtifactRef) =>
    textSet(knex, new Set(artifacts.map(artifact => artifact[part])));
  const rows: Columns[] = await knex('attestations')
    .whereIn('subject_id', texts('subjectId'))
    .whereIn('digest', texts('digest'))
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .select('*');
  return grouped(
    rows,
    row => artifactKey({ subjectId: row.subject_id, digest: row.digest }),
    attestationOf,
  );
}

function attestationOf(row: Columns): AttestationFacts {
  return {
    id: row.id,
    predicateType: row.predicate_type,
    builderId: present(row.builder_id),
    sourceRepository: present(row.source_repository),
    sourceCommit: present(row.source_commit),
    signer: present(row.signer),
    issuer: present(row.issuer),
    verified: isTrue(row.verified),
    at: isoTime(row.finished_at ?? row.received_at),
  };
}
