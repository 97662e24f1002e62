import type { FindingFacts } from '../../../model/facts';
import { severityOfRank } from '../../../model/severityRank';
import { isoTime, isTrue, optionalIsoTime } from '../../rows';
import { subjectOf } from '../subjectColumns';
import type { FindingColumns } from './findingColumns';
import type { ImageExtras } from './imageExtras';
import {
  bestDetails,
  type Verdict,
  type VerdictDetails,
} from './verdictDetails';

/** What the observations that count say of a finding, summed up. */
export interface Seen {
  digests: ReadonlySet<string>;
  tools: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  packageVersion?: string;
}

/** What the finding as a whole says, or where one artifact is asked for, what is said of that. */
export type Standing = Pick<
  FindingFacts,
  'severity' | 'isStale' | 'fixable' | 'built' | 'running'
>;

/** How a stored finding stands by itself. */
export function standingOf(row: FindingColumns): Standing {
  return {
    severity: severityOfRank(row.severity_rank),
    isStale: row.state === 'stale',
    fixable: isTrue(row.fixable),
    built: isTrue(row.built),
    running: isTrue(row.running),
  };
}

export interface FindingParts {
  row: FindingColumns;
  standing: Standing;
  seen: Seen;
  /** Newest first. */
  verdicts: Verdict[];
  extras: ImageExtras;
}

export function toFindingFacts(parts: FindingParts): FindingFacts {
  const { row, standing, seen, verdicts, extras } = parts;
  const details = bestDetails(verdicts, seen.sources);
  const digests = [...seen.digests].sort();
  return {
    ...standing,
    id: row.id,
    subjectId: row.subject_id,
    subject: subjectOf(row),
    kind: row.kind,
    stage: row.stage,
    problem: row.problem,
    title: row.title,
    digests,
    package: packageOf(row, details, seen),
    fixedVersions: details.fixedVersions,
    isFromBase: isFromBase(row.subject_id, digests, details.layer, extras),
    path: details.path,
    container: details.container,
    cvss: details.cvss,
    epss: row.epss ?? details.epss,
    knownExploited:
      isTrue(row.known_exploited) || details.knownExploited === true,
    ransomware: isTrue(row.ransomware) || details.ransomware === true,
    isReachable: details.reachable,
    isUnderInvestigation: [row.triage, row.vex].includes('under-investigation'),
    tools: [...seen.tools].sort(),
    firstSeenAt: isoTime(row.first_seen_at),
    dueAt: optionalIsoTime(row.due_at),
  };
}

function packageOf(
  row: FindingColumns,
  details: VerdictDetails,
  seen: Seen,
): FindingFacts['package'] {
  const name = details.package?.name ?? row.package_name ?? undefined;
  return name === undefined
    ? undefined
    : {
        name,
        version: seen.packageVersion ?? details.package?.version,
        type: /^pkg:([^/]+)\//.exec(details.package?.purl ?? '')?.[1],
      };
}

/** Whether its layer is one of the base image's, on any digest of which these are known. */
function isFromBase(
  subjectId: string,
  digests: string[],
  layer: string | undefined,
  extras: ImageExtras,
): boolean | undefined {
  if (layer === undefined) return undefined;
  const known = digests.flatMap(digest => {
    const { baseLayers } = extras.of(subjectId, digest);
    return baseLayers === undefined ? [] : [baseLayers];
  });
  return known.length === 0
    ? undefined
    : known.some(layers => layers.includes(layer));
}
