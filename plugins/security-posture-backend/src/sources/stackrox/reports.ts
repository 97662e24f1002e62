import {
  ReportBuilder,
  type SourceReport,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';

const tool = { name: 'StackRox' };

/**
 * The reports of one call: one for the events of each cluster, and one for each
 * violation of a policy for deployments, which can be closed on its own.
 */
export class Reports {
  readonly #byCluster = new Map<string | undefined, ReportBuilder>();
  readonly #ofSubjects: ReportBuilder[] = [];

  ofCluster(cluster: string | undefined): ReportBuilder {
    const known = this.#byCluster.get(cluster);
    if (known) return known;
    const builder = new ReportBuilder({
      tool,
      subject: {
        kind: 'cluster',
        name: cluster ?? 'unknown',
        ...(cluster ? { cluster } : {}),
      },
    });
    this.#byCluster.set(cluster, builder);
    return builder;
  }

  ofSubject(
    subject: SourceSubject,
    generatedAt: string | undefined,
  ): ReportBuilder {
    const builder = new ReportBuilder({
      tool,
      subject,
      ...(generatedAt ? { generatedAt } : {}),
    });
    this.#ofSubjects.push(builder);
    return builder;
  }

  /** Those that hold anything. */
  all(): SourceReport[] {
    return [...this.#byCluster.values(), ...this.#ofSubjects]
      .map(({ report }) => report)
      .filter(({ read }) => Object.keys(read).length > 0);
  }
}
