import type { Knex } from 'knex';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import { upsertRows } from '../bulk';
import { applyMigrations } from '../migrations';
import type { Row } from '../tables';
import { applyExceptions } from './applyExceptions';
import { applyVex } from './applyVex';
import { endOvertakenExceptions } from './endOvertakenExceptions';
import { saveException } from './saveException';

jest.setTimeout(60_000);

const at = '2026-11-20T10:00:00.000Z';

function finding(index: number): Row<'findings'> {
  return {
    id: `finding-${index}`,
    subject_id: 'image',
    kind: 'vulnerability',
    stage: 'build',
    problem: `CVE-2026-${1000 + index}`,
    locus: 'deb/debian/openssl',
    title: 'A problem',
    severity_rank: 4,
    state: 'open',
    suppressed_by: undefined,
    exception_id: undefined,
    triage: undefined,
    vex: undefined,
    automatable: undefined,
    total_impact: undefined,
    fixable: false,
    built: true,
    running: false,
    package_name: 'openssl',
    search_text: 'a problem',
    first_seen_at: at,
    opened_at: at,
    reopened_at: undefined,
    reopen_count: 0,
    fixed_at: undefined,
    due_at: undefined,
    due_rule: undefined,
  };
}

function statement(index: number): Row<'vex_statements'> {
  return {
    id: `statement-${index}`,
    vulnerability: `CVE-2026-${1000 + index}`,
    product: 'pkg:deb/debian/openssl',
    status: 'not-affected',
    justification: undefined,
    statement: undefined,
    author: 'Acme',
    report_id: 'report',
    stated_at: at,
  };
}

function exception(index: number): Row<'exceptions'> {
  return {
    id: `exception-${index}`,
    kind: 'accepted',
    status: 'approved',
    finding_id: undefined,
    problem: `CVE-2026-${1000 + index}`,
    check_id: undefined,
    scope_kind: 'image',
    scope_ref: 'ghcr.io/acme/shop',
    reason: 'Because',
    until: 'fix',
    expires_at: undefined,
    requested_by: 'user:default/ann',
    requested_at: at,
    decided_by: 'user:default/bob',
    decided_at: at,
    decision_comment: undefined,
    ended_at: undefined,
    ended_because: undefined,
    warned_at: undefined,
  };
}

async function statements(knex: Knex, work: () => Promise<unknown>) {
  const sql: string[] = [];
  const note = (query: { sql: string }) => sql.push(query.sql);
  knex.on('query', note);
  await work();
  knex.removeListener('query', note);
  return sql.length;
}

describe.each(databases.eachSupportedId())('judging findings on %p', id => {
  async function prepare(count: number): Promise<Knex> {
    const knex = await initDatabase(id);
    await applyMigrations(knex);
    await knex('subjects').insert({
      id: 'image',
      kind: 'image',
      name: 'ghcr.io/acme/shop',
      first_seen_at: at,
      last_seen_at: at,
    });
    const indices = [...Array(count).keys()];
    await upsertRows(knex, 'findings', indices.map(finding), { key: ['id'] });
    await upsertRows(knex, 'vex_statements', indices.map(statement), {
      key: ['id'],
    });
    await upsertRows(knex, 'exceptions', indices.map(exception), {
      key: ['id'],
    });
    return knex;
  }

  it('takes as many statements for one finding as for thousands', async () => {
    const counts = [];
    for (const size of [1, 3000]) {
      const knex = await prepare(size);
      const ids = [...Array(size).keys()].map(index => `finding-${index}`);
      const apply = await statements(knex, () => applyExceptions(knex, ids));
      const vex = await statements(knex, () =>
        applyVex(knex, { findingIds: ids }),
      );
      const [{ covered }] = await knex('findings')
        .whereNotNull('exception_id')
        .where('vex', 'not-affected')
        .count({ covered: '*' });
      expect(Number(covered)).toBe(size);
      await knex('findings').update({ fixable: true });
      const end = await statements(knex, () =>
        endOvertakenExceptions(knex, ids, at),
      );
      expect(await knex('findings').whereNotNull('exception_id')).toEqual([]);
      counts.push({ apply, vex, end });
    }
    expect(counts[1]).toEqual(counts[0]);
  });

  it('prefers the narrowest exception, then the one that lasts longest', async () => {
    const knex = await prepare(1);
    await knex('findings').update({ exception_id: 'gone' });
    const common = {
      kind: 'accepted',
      status: 'approved',
      reason: 'Because',
      requestedBy: 'user:default/ann',
      requestedAt: at,
    } as const;
    const problem = 'CVE-2026-1000';
    const until = { kind: 'date', at: '2026-12-01T00:00:00.000Z' } as const;
    const later = { kind: 'date', at: '2026-12-02T00:00:00.000Z' } as const;
    const everywhere = { kind: 'everywhere' } as const;
    const applied = async () => {
      await applyExceptions(knex);
      const [row] = await knex('findings');
      return row.exception_id;
    };
    await knex('exceptions').delete();
    await saveException(knex, {
      ...common,
      id: 'soon',
      target: { problem },
      scope: everywhere,
      until,
    });
    await saveException(knex, {
      ...common,
      id: 'later',
      target: { problem },
      scope: everywhere,
      until: later,
    });
    expect(await applied()).toBe('later');
    // The finding goes by another name today.
    await saveException(knex, {
      ...common,
      id: 'image',
      target: { problem: 'GHSA-aaaa-bbbb-cccc' },
      scope: { kind: 'image', ref: 'ghcr.io/acme/shop' },
      until,
    });
    expect(await applied()).toBe('later');
    await knex('vulnerability_groups').insert({
      vulnerability_id: 'GHSA-aaaa-bbbb-cccc',
      canonical_id: problem,
    });
    expect(await applied()).toBe('image');
    await saveException(knex, {
      ...common,
      id: 'finding',
      target: { findingId: 'old-id', problem },
      scope: { kind: 'finding' },
      until,
    });
    expect(await applied()).toBe('image');
    await knex('finding_redirects').insert({
      old_id: 'old-id',
      finding_id: 'finding-0',
      at,
    });
    expect(await applied()).toBe('finding');
    await saveException(knex, {
      ...common,
      id: 'check',
      target: { checkId: 'build.sbom' },
      scope: everywhere,
      until,
    });
    await knex('exceptions').whereNot('id', 'check').delete();
    expect(await applied()).toBeNull();
  });
});
