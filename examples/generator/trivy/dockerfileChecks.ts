import { readLines } from '../facts/readLines';
import type { TrivyMisconfiguration, TrivyResult } from './model';

/** Checks of a Dockerfile: number, severity, title, text, how to put it right. */
const CHECKS = `
1|MEDIUM|Base image without a fixed tag|A tag that moves makes two builds of one commit differ.|Name a version after FROM.
2|HIGH|Container runs as root|Whoever breaks into the process owns the container, and a flaw of the runtime gives the node away.|Add a USER line with an account other than root.
5|LOW|ADD where COPY would do|ADD also unpacks archives and fetches addresses, which hides what comes in.|Use COPY for files of the repository.
17|HIGH|Package lists refreshed on their own|A line that only refreshes the lists is cached, and later lines install from lists of long ago.|Refresh and install in one RUN line.
26|LOW|No health check|The runtime cannot tell a process that hangs from one that works.|Add a HEALTHCHECK line.
29|HIGH|Recommended packages are installed too|Packages nobody asked for make the image larger and easier to attack.|Install with --no-install-recommends.
31|CRITICAL|Secret in a build argument or variable|Everyone who may pull the image can read its settings and its history.|Hand secrets over with RUN --mount=type=secret.
`;

/** How many checks for Dockerfiles there are. */
const TOTAL = 27;

export interface FailedCheck {
  number: number;
  message: string;
  line?: number;
}

/** The result of class `config` for a Dockerfile, or for an image's own. */
export function dockerfileChecks(
  target: string,
  failed: FailedCheck[],
  modern: boolean,
): TrivyResult {
  return {
    Target: target,
    Class: 'config',
    Type: 'dockerfile',
    MisconfSummary: {
      Successes: TOTAL - failed.length,
      Failures: failed.length,
    },
    ...(failed.length > 0
      ? { Misconfigurations: failed.map(check => failure(check, modern)) }
      : {}),
  };
}

function failure(check: FailedCheck, modern: boolean): TrivyMisconfiguration {
  const row = readLines(CHECKS)
    .map(line => line.split('|'))
    .find(([number]) => Number(number) === check.number);
  if (!row) throw new Error(`No check DS-${check.number}`);
  const [number, severity, title, text, resolution] = row;
  const short = `DS${number.padStart(3, '0')}`;
  const long = `DS-${number.padStart(4, '0')}`;
  const id = modern ? long : short;
  const url = `https://avd.aquasec.com/misconfig/${id.toLowerCase()}`;
  return {
    Type: 'Dockerfile Security Check',
    ID: id,
    ...(modern ? {} : { AVDID: `AVD-${long}` }),
    Title: title,
    Description: text,
    Message: check.message,
    Namespace: `builtin.dockerfile.${short}`,
    Query: `data.builtin.dockerfile.${short}.deny`,
    Resolution: resolution,
    Severity: severity,
    PrimaryURL: url,
    References: [url],
    Status: 'FAIL',
    CauseMetadata: {
      Provider: 'Dockerfile',
      Service: 'general',
      ...(check.line ? { StartLine: check.line, EndLine: check.line } : {}),
    },
  };
}
