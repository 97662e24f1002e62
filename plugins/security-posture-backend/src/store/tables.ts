import type { ColumnType } from './bulk';

/** Columns by table, for bulk writes. The migrations are the schema. */
export const tables = {
  subjects: {
    id: 'text',
    kind: 'text',
    name: 'text',
    cluster: 'text',
    namespace: 'text',
    workload_kind: 'text',
    labels: 'text',
    first_seen_at: 'timestamp',
    last_seen_at: 'timestamp',
  },
  subject_components: { subject_id: 'text', entity_ref: 'text', via: 'text' },
  workload_images: {
    workload_id: 'text',
    image_id: 'text',
    digest: 'text',
    last_seen_at: 'timestamp',
  },
  subject_sources: {
    subject_id: 'text',
    stage: 'text',
    source: 'text',
    tool_name: 'text',
    tool_version: 'text',
    report_id: 'text',
    last_report_at: 'timestamp',
    complete: 'boolean',
    skipped: 'integer',
  },
  scopes: {
    id: 'text',
    source: 'text',
    kind: 'text',
    subject_id: 'text',
    part: 'text',
    last_report_at: 'timestamp',
  },
  findings: {
    id: 'text',
    kind: 'text',
    stage: 'text',
    subject_id: 'text',
    problem: 'text',
    title: 'text',
    severity_rank: 'integer',
    state: 'text',
    fixable: 'boolean',
    package_name: 'text',
    details: 'text',
    search_text: 'text',
    first_seen_at: 'timestamp',
    last_seen_at: 'timestamp',
  },
  observations: {
    finding_id: 'text',
    scope_id: 'text',
    digest: 'text',
    tool_name: 'text',
    report_id: 'text',
    severity_rank: 'integer',
    package_version: 'text',
    suppressed: 'boolean',
    first_seen_at: 'timestamp',
    last_seen_at: 'timestamp',
    withdrawn_at: 'timestamp',
  },
  decisions: {
    id: 'text',
    subject_id: 'text',
    scope_id: 'text',
    report_id: 'text',
    engine: 'text',
    policy: 'text',
    rule: 'text',
    action: 'text',
    outcome: 'text',
    severity_rank: 'integer',
    category: 'text',
    message: 'text',
    actor: 'text',
    operation: 'text',
    search_text: 'text',
    count: 'integer',
    first_seen_at: 'timestamp',
    last_seen_at: 'timestamp',
    withdrawn_at: 'timestamp',
  },
  alerts: {
    id: 'text',
    source: 'text',
    rule: 'text',
    message: 'text',
    container: 'text',
    image: 'text',
    tags: 'text',
    occurrences: 'text',
    count: 'integer',
    first_seen_at: 'timestamp',
    last_seen_at: 'timestamp',
  },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type TableName = keyof typeof tables;

interface Values {
  text: string;
  integer: number;
  boolean: boolean;
  timestamp: string;
}

/** A row as it is written; what is absent is stored as NULL. */
export type Row<T extends TableName> = {
  [C in keyof (typeof tables)[T]]: (typeof tables)[T][C] extends keyof Values
    ? Values[(typeof tables)[T][C]] | undefined
    : never;
};
