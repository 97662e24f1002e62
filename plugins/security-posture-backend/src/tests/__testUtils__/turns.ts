import type {
  ReportReceipt,
  TriageStatus,
} from 'backstage-plugin-security-posture-common';
import fc from 'fast-check';
import { digest, trivyScan } from './reports';
import {
  deployment,
  falcoEvent,
  grypeScan,
  kyvernoReport,
  vulnerabilityReport,
} from './toolReports';
import type { useCasesOf } from './useCases';
import type { createWorld } from './world';

/** Anything that happens to findings. Plain data, so that a failure shows it. */
export type Turn = { hours: number } & (
  | Scan
  | ({ does: 'policy' } & Policies)
  | { does: 'alert'; rule: string; late: number }
  | { does: 'deploy'; image: Image; letter: string }
  | { does: 'again'; which: number }
  | { does: 'except'; which: number; ask: Ask }
  | { does: 'triage'; which: number; status: TriageStatus }
  | { does: 'vex'; problem: number; status: string }
  | { does: 'rest'; days: number }
);

type Image = 'shop' | 'cart';

interface Shown {
  problem: number;
  severity: string;
  fixed: boolean;
  /** By the name that an advisory database gives it. */
  advisory: boolean;
  /** Says which CVE that is. */
  named: boolean;
}

interface Scan {
  does: 'scan';
  tool: 'trivy' | 'grype' | 'trivy-operator';
  image: Image;
  letter: string;
  tag: string;
  branch?: string;
  commit?: string;
  shown: Shown[];
  /** Elements that cannot be read. */
  broken: number;
  partly?: 'scanners' | 'severity';
  late: number;
}

interface Policies {
  name: Image;
  results: { policy: string; result: string }[];
  late: number;
}

type Ask = { kind: 'accepted' | 'false-positive'; scope: string; days: number };

const late = fc.constantFrom(0, 0, 0, 2, 30);
const image = fc.constantFrom<Image>('shop', 'shop', 'cart');
const letter = fc.constantFrom('a', 'b', 'c');
const which = fc.nat({ max: 20 });

const shown = fc.uniqueArray(
  fc.record({
    problem: fc.nat({ max: 4 }),
    severity: fc.constantFrom('CRITICAL', 'HIGH', 'LOW'),
    fixed: fc.boolean(),
    advisory: fc.boolean(),
    named: fc.boolean(),
  }),
  { selector: ({ problem }) => problem, maxLength: 5 },
);

const scan = fc.record(
  {
    does: fc.constant('scan' as const),
    tool: fc.constantFrom(
      'trivy' as const,
      'grype' as const,
      'trivy-operator' as const,
    ),
    image,
    letter,
    tag: fc.constantFrom('1.4', 'latest'),
    branch: fc.constantFrom('main', 'feature/x'),
    commit: fc.constantFrom('1111111', '2222222'),
    shown,
    broken: fc.constantFrom(0, 0, 2),
    partly: fc.constantFrom('scanners' as const, 'severity' as const),
    late,
  },
  {
    requiredKeys: [
      ...(['does', 'tool', 'image', 'letter', 'tag'] as const),
      ...(['shown', 'broken', 'late'] as const),
    ],
  },
);

const policies = fc.record({
  does: fc.constant('policy' as const),
  name: image,
  results: fc.uniqueArray(
    fc.record({
      policy: fc.constantFrom(
        'disallow-privileged-containers',
        'require-run-as-nonroot',
        'our-own-policy',
      ),
      result: fc.constantFrom('fail', 'warn', 'pass', 'skip'),
    }),
    { selector: ({ policy }) => policy, maxLength: 3 },
  ),
  late,
});

const others = fc.oneof(
  fc.record({
    does: fc.constant('alert' as const),
    rule: fc.constantFrom('Terminal shell in container', 'Read of a secret'),
    late,
  }),
  fc.record({ does: fc.constant('deploy' as const), image, letter }),
  fc.record({ does: fc.constant('again' as const), which }),
  fc.record({
    does: fc.constant('except' as const),
    which,
    ask: fc.record({
      kind: fc.constantFrom('accepted' as const, 'false-positive' as const),
      scope: fc.constantFrom('finding', 'component', 'everywhere'),
      days: fc.constantFrom(1, 60),
    }),
  }),
  fc.record({
    does: fc.constant('triage' as const),
    which,
    status: fc.constantFrom<TriageStatus>(
      'affected',
      'not-affected',
      'false-positive',
      'under-investigation',
    ),
  }),
  fc.record({
    does: fc.constant('vex' as const),
    problem: fc.nat({ max: 4 }),
    status: fc.constantFrom('not_affected', 'affected', 'fixed'),
  }),
  fc.record({
    does: fc.constant('rest' as const),
    days: fc.constantFrom(1, 8, 40),
  }),
);

export const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom(0, 1, 20),
      fc.oneof(
        { weight: 5, arbitrary: scan },
        { weight: 1, arbitrary: policies },
        { weight: 5, arbitrary: others },
      ),
    )
    .map(([hours, turn]) => ({ hours, ...turn })),
  { minLength: 2, maxLength: 16, size: 'max' },
);

const HOUR = 3_600_000;

const cve = (problem: number) => `CVE-2026-000${problem}`;
const ghsa = (problem: number) => `GHSA-aaaa-bbbb-000${problem}`;

const prod = { cluster: 'prod' };

export interface Answer {
  receipts: ReportReceipt[];
  /** The same was sent before; undefined: nobody can tell. */
  repeats?: boolean;
  /** How many findings the report shows. */
  shown?: number;
  /** It speaks for its scope as a whole. */
  whole?: boolean;
}

const silence: Answer = { receipts: [] };

function isTimeless(body: object): boolean {
  // Events of Falco have times, the body that holds them has none.
  return (
    Array.isArray(body) ||
    'rule' in body ||
    ('kind' in body && ['Deployment', 'PolicyReport'].includes(`${body.kind}`))
  );
}

/** One life of a store: takes turns, one after the other. */
export class Life {
  readonly #world: Awaited<ReturnType<typeof createWorld>>;
  readonly #people: ReturnType<typeof useCasesOf>;
  /** What was sent, by its text. */
  readonly #sent = new Map<string, [body: object, query: object]>();
  #now = Date.parse('2026-11-01T00:00:00Z');

  constructor(
    world: Awaited<ReturnType<typeof createWorld>>,
    people: ReturnType<typeof useCasesOf>,
  ) {
    this.#world = world;
    this.#people = people;
  }

  get now(): Date {
    return new Date(this.#now);
  }

  async take(turn: Turn): Promise<Answer> {
    this.#wait(turn.hours);
    switch (turn.does) {
      case 'scan': {
        const { branch, commit, partly } = turn;
        const answer = await this.#send(this.#scanOf(turn), {
          branch,
          commit,
          ...(turn.tool === 'trivy-operator' ? { cluster: 'prod' } : {}),
          ...(partly === 'scanners' ? { scanners: ['secret'] } : {}),
          ...(partly === 'severity' ? { minSeverity: 'high' } : {}),
        });
        return {
          ...answer,
          shown: turn.shown.length,
          whole: partly === undefined && turn.broken === 0,
        };
      }
      case 'policy': {
        const { name, results } = turn;
        const object = { kind: 'Deployment', name, namespace: name };
        const at = this.#ago(turn.late);
        return this.#send(kyvernoReport(object, results, { at }), prod);
      }
      case 'alert': {
        const { rule } = turn;
        return this.#send(falcoEvent(this.#ago(turn.late), { rule }), prod);
      }
      case 'deploy': {
        const { image: name, letter: own } = turn;
        const where = { image: `ghcr.io/acme/${name}`, letter: own };
        const body = deployment({ name, namespace: name, ...where });
        return this.#send(body, prod);
      }
      case 'vex':
        return this.#send(this.#vexOf(turn.problem, turn.status), {});
      case 'again': {
        const all = [...this.#sent.values()];
        const sent = all[turn.which % (all.length || 1)];
        return sent ? this.#send(...sent) : silence;
      }
      case 'rest':
        this.#wait(24 * turn.days);
        await this.#people.endDay();
        return silence;
      default:
        await this.#judge(turn);
        return silence;
    }
  }

  async #judge(turn: Turn & { does: 'except' | 'triage' }): Promise<void> {
    const all = await this.#world.findings('shop');
    const finding = all[turn.which % (all.length || 1)];
    if (!finding) return;
    const { id } = finding;
    if (turn.does === 'triage') {
      await this.#people.triage(id, turn.status);
      return;
    }
    const { kind, scope, days } = turn.ask;
    const at = new Date(this.#now + 24 * days * HOUR).toISOString();
    await this.#people.except({
      target: { findingId: id },
      scope: { kind: scope },
      kind,
      ...(kind === 'accepted' ? { until: { kind: 'date', at } } : {}),
    });
  }

  async #send(body: object, query: object): Promise<Answer> {
    const text = JSON.stringify([body, query]);
    // What has no time may be news again: it tells how things are when it is sent.
    const repeats = isTimeless(body) ? undefined : this.#sent.has(text);
    this.#sent.set(text, [body, query]);
    return { receipts: await this.#world.send(body, query), repeats };
  }

  #wait(hours: number): void {
    // Some time passes with every turn.
    this.#now += hours * HOUR + 1_000;
    this.#world.at(new Date(this.#now).toISOString());
  }

  #ago(hours: number): string {
    return new Date(this.#now - hours * HOUR).toISOString();
  }

  #scanOf({ tool, image: name, letter: own, tag, shown: all, ...turn }: Scan) {
    const where = {
      image: `ghcr.io/acme/${name}`,
      letter: own,
      tag,
      at: this.#ago(turn.late),
    };
    const elements = all.map(
      ({ problem, severity, fixed, advisory, named }) => ({
        id: advisory ? ghsa(problem) : cve(problem),
        related: advisory && named ? [cve(problem)] : [],
        pkg: `lib${problem}`,
        severity,
        ...(fixed ? { fixed: '2.0' } : {}),
      }),
    );
    const broken = Array.from({ length: turn.broken }, () => null);
    if (tool === 'grype') {
      const report = grypeScan(elements, where);
      return { ...report, matches: [...report.matches, ...broken] };
    }
    if (tool === 'trivy') {
      const report = trivyScan(elements, where);
      const [result] = report.Results;
      return {
        ...report,
        Results: [
          {
            ...result,
            Vulnerabilities: [
              ...('Vulnerabilities' in result ? result.Vulnerabilities : []),
              ...broken,
            ],
          },
        ],
      };
    }
    const object = vulnerabilityReport(elements, {
      ...where,
      namespace: name,
      replicaSet: `${name}-7d9c8f5b6`,
    });
    const { report } = object;
    return {
      ...object,
      report: {
        ...report,
        vulnerabilities: [...report.vulnerabilities, ...broken],
      },
    };
  }

  #vexOf(problem: number, status: string) {
    return {
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': `https://acme.example/vex/${problem}/${this.#now}`,
      author: 'Acme',
      timestamp: this.#ago(0),
      version: 1,
      statements: [
        {
          vulnerability: { name: cve(problem) },
          products: [
            {
              '@id': `pkg:oci/shop@${encodeURIComponent(
                digest('a'),
              )}?repository_url=ghcr.io%2Facme%2Fshop`,
            },
          ],
          status,
          ...(status === 'not_affected'
            ? { justification: 'vulnerable_code_not_in_execute_path' }
            : {}),
          ...(status === 'affected' ? { action_statement: 'Update' } : {}),
        },
      ],
    };
  }
}
