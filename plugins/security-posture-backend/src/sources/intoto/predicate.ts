import {
  plainText,
  type SourceAttestation,
} from 'backstage-plugin-security-posture-node';
import {
  EmbeddedDocument,
  Provenance0,
  Provenance1,
  Resource,
  VulnerabilityScan,
} from './schema';
import { repositoryOf } from './subject';

/** What the portal knows of a predicate. Scan results and bills inside are reports of their own. */
export type PredicateFacts = Pick<
  SourceAttestation,
  'builderId' | 'sourceRepository' | 'sourceCommit' | 'finishedAt'
>;

export function readPredicate(
  type: string,
  predicate: unknown,
): PredicateFacts {
  if (/^https:\/\/slsa\.dev\/provenance\/v0\./.test(type)) {
    return readProvenance0(predicate);
  }
  if (type.startsWith('https://slsa.dev/provenance/')) {
    return readProvenance1(predicate);
  }
  if (/\/attestation\/vulns?\//.test(type)) return readScan(predicate);
  return { finishedAt: timeOfDocument(predicate) };
}

function readProvenance1(predicate: unknown): PredicateFacts {
  const { data } = Provenance1.safeParse(predicate);
  const parameters = data?.buildDefinition?.externalParameters;
  const dependencies = data?.buildDefinition?.resolvedDependencies ?? [];
  const named =
    repositoryOf(parameters?.workflow?.repository) ??
    repositoryOf(uriOf(parameters?.source));
  return {
    builderId: text(data?.runDetails?.builder?.id, 1000),
    ...sourceOf(dependencies, named),
    finishedAt: data?.runDetails?.metadata?.finishedOn,
  };
}

function readProvenance0(predicate: unknown): PredicateFacts {
  const { data } = Provenance0.safeParse(predicate);
  const config = data?.invocation?.configSource;
  const configured = sourceOf([config]);
  return {
    builderId: text(data?.builder?.id, 1000),
    ...(configured.sourceRepository
      ? configured
      : sourceOf(data?.materials ?? [])),
    finishedAt: data?.metadata?.buildFinishedOn,
  };
}

function readScan(predicate: unknown): PredicateFacts {
  const { data } = VulnerabilityScan.safeParse(predicate);
  return {
    builderId: text(data?.invocation?.['builder.id'], 1000),
    finishedAt: data?.metadata?.scanFinishedOn,
  };
}

/** The repository among what went into a build, and its commit. */
function sourceOf(
  resources: unknown[],
  named?: string,
): Pick<SourceAttestation, 'sourceRepository' | 'sourceCommit'> {
  for (const raw of resources.slice(0, 200)) {
    const { data } = Resource.safeParse(raw);
    const repository = repositoryOf(data?.uri);
    if (!repository || (named && repository !== named)) continue;
    const { gitCommit, sha1, sha256 } = data?.digest ?? {};
    const commit = gitCommit ?? sha1 ?? sha256;
    // Images have a registry and a path too, but never the digest of a commit.
    const isRepository = gitCommit ?? sha1 ?? /^git\+/.test(data?.uri ?? '');
    const isCommit = commit !== undefined && /^[a-f0-9]{40}$/.test(commit);
    if (!isRepository && !isCommit) continue;
    return {
      sourceRepository: repository,
      sourceCommit: text(commit, 100),
    };
  }
  return { sourceRepository: named };
}

function uriOf(value: unknown): string | undefined {
  return typeof value === 'string'
    ? value
    : Resource.safeParse(value).data?.uri;
}

function timeOfDocument(predicate: unknown): string | undefined {
  const { data } = EmbeddedDocument.safeParse(predicate);
  const inner = EmbeddedDocument.safeParse(data?.Data).data;
  return [data, inner]
    .flatMap(document => [
      document?.Timestamp,
      document?.metadata?.timestamp,
      document?.creationInfo?.created,
      document?.timestamp,
    ])
    .find(time => time !== undefined);
}

function text(value: string | undefined, length: number): string | undefined {
  return value === undefined
    ? undefined
    : plainText(value, length) || undefined;
}
