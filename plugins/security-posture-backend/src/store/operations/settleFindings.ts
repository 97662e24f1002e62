import type { Knex } from 'knex';
import { controlById, controlOfCheck } from '../../model/controls';
import { vulnerabilityId } from '../../model/vulnerabilityId';
import { movesByMeaning, type Meaning } from '../merging/movesOf';
import type {
  Evidence,
  StoredFinding,
  WholeFindings,
} from '../merging/storedRows';
import { findCanonicalIds } from '../readModels/findCanonicalIds';
import { findWholeById } from '../readModels/findWholeFindings';
import { carryOut, type MovedFindings } from './moveFindings';

/**
 * Moves evidence of these findings that means another problem today: what tools
 * call vulnerabilities got another canonical id, or the map of controls knows
 * more than it did. A control that the map forgot stays until the next report.
 *
 * Runs under the lock for maintenance.
 */
export async function settleFindings(
  tx: Knex,
  ids: Iterable<string>,
  at: string,
): Promise<MovedFindings> {
  const found = await findWholeById(tx, ids);
  const canonical = await findCanonicalIds(tx, vulnerabilitiesOf(found));
  const moves = movesByMeaning(found, (finding, evidence) => {
    if (finding.kind === 'vulnerability') {
      const id = evidence
        ? vulnerabilityId(evidence.row.reported_id)
        : finding.problem;
      return { problem: canonical.get(id) ?? id };
    }
    return finding.kind === 'misconfiguration' && evidence
      ? controlMeant(finding, evidence, found)
      : undefined;
  });
  return carryOut(tx, moves, found, at);
}

function vulnerabilitiesOf({ findings, evidence }: WholeFindings): Set<string> {
  return new Set(
    [...findings.values()]
      .filter(({ kind }) => kind === 'vulnerability')
      .flatMap(({ id, problem }) => [
        problem,
        ...(evidence.get(id) ?? []).map(({ row }) =>
          vulnerabilityId(row.reported_id),
        ),
      ]),
  );
}

function controlMeant(
  finding: StoredFinding,
  { row, source, toolName }: Evidence,
  { verdicts }: WholeFindings,
): Meaning | undefined {
  const verdict = verdicts
    .get(finding.id)
    ?.find(({ source: other }) => other === source);
  const details: { message?: string; path?: string; container?: string } =
    JSON.parse(verdict?.details ?? '{}');
  const known = controlOfCheck(toolName, row.reported_id, details.message);
  const [problem] = known;
  if (problem === undefined || known.includes(finding.problem)) {
    return undefined;
  }
  // A control is a problem of the whole workload, as a check of one tool is not.
  const inContainer =
    !controlById(finding.problem) &&
    details.container !== undefined &&
    finding.locus === details.container;
  const path = details.path?.replace(/:\d+$/, '');
  return { problem, ...(inContainer ? { locus: path ?? '' } : {}) };
}
