import { commit, digest, timeUuid } from '../identifiers';
import type { ExampleReport } from '../report';
import { isoNanoseconds } from '../time';
import { dockerfileChecks, type FailedCheck } from './dockerfileChecks';
import { libraryPackages } from './libraryPackages';
import type { TrivyResult } from './model';
import { secrets, type FoundSecret } from './secrets';
import { countsOf, goJson } from './trivyReport';

export interface RepositoryScanOptions {
  file: string;
  at: Date;
  components: string[];
  /** `https://github.com/acme/…`. */
  repository: string;
  branch: string;
  author: string;
  subject: string;
  /** Path of a lock file and its rows of `name version`. */
  lockFile?: { path: string; libraries: string };
  dockerfile?: { path: string; failed: FailedCheck[] };
  secrets?: { path: string; found: FoundSecret[] }[];
}

/** `trivy repository --format json --scanners vuln,secret,misconfig`. */
export function repositoryScan(options: RepositoryScanOptions): ExampleReport {
  const { at, repository, branch } = options;
  const revision = commit(`${repository} ${options.file}`);
  const results = resultsOf(options);
  const report = {
    SchemaVersion: 2,
    Trivy: { Version: '0.69.1' },
    ReportID: timeUuid(at, options.file),
    CreatedAt: isoNanoseconds(at, 77_120_450),
    ArtifactID: digest(`${repository} ${revision}`),
    ArtifactName: '.',
    ArtifactType: 'repository',
    Metadata: {
      RepoURL: `${repository}.git`,
      Branch: branch,
      Commit: revision,
      CommitMsg: options.subject,
      Author: options.author,
      Committer: options.author,
    },
    Results: results,
  };
  return {
    file: options.file,
    at,
    components: options.components,
    body: `${goJson(report)}\n`,
    counts: countsOf(results),
    sender: {
      scanners: ['vulnerability', 'secret', 'misconfiguration'],
      branch,
      commit: revision,
      runUrl: `${repository}/actions/runs/${at.getTime() / 60_000}`,
    },
  };
}

function resultsOf(options: RepositoryScanOptions): TrivyResult[] {
  const { lockFile, dockerfile } = options;
  return [
    ...(lockFile
      ? [libraryPackages({ type: 'npm', ...lockFile }, options.file)]
      : []),
    ...(dockerfile
      ? [dockerfileChecks(dockerfile.path, dockerfile.failed, true)]
      : []),
    ...(options.secrets ?? []).map(({ path, found }) => secrets(path, found)),
  ];
}
