import {
  firstLine,
  type MisconfigurationFinding,
  plainText,
  readSeverity,
} from 'backstage-plugin-security-posture-node';
import { controlId } from './controlId';
import type { Place } from './place';
import type { Misconfiguration } from './schema';
import { linksOf } from './vulnerability';

// The checks for Kubernetes name the container in the message only.
const CONTAINER =
  /^container (?:'([^']{1,253})'|"([^"]{1,253})"|([a-z0-9][a-z0-9.-]{0,252})) (?:of|in) /i;

// Checks for secrets in a ConfigMap quote what they found.
const QUOTED_SECRET = /(key\(s\) or value\(s\)).*/s;

/** Keeps one result of a check as a finding or a pass, or says why not. */
export function keepMisconfiguration(
  check: Misconfiguration,
  place: Place,
): string | void {
  const id = idOf(check);
  if (!id) return 'ID: expected the id of a check';
  const { Title: title, Message: message = check.Description } = check;
  const container = containerOf(check.Message);
  const { subject, suppression, file, type } = place;
  if (check.Status === 'PASS') {
    place.builder.report.passes.push({
      subject,
      id,
      title: title && firstLine(title),
      container,
    });
    return undefined;
  }
  const startLine = check.CauseMetadata?.StartLine;
  const finding: MisconfigurationFinding = {
    kind: 'misconfiguration',
    subject,
    suppression,
    id,
    severity: readSeverity(check.Severity),
    title: firstLine(title ?? id) || id,
    message: message && messageOf(message),
    remediation: check.Resolution && plainText(check.Resolution),
    references: linksOf(check.PrimaryURL, check.References),
    startLine: startLine && startLine > 0 ? startLine : undefined,
    container,
    category: type,
  };
  if (file) finding.path = file;
  if (check.Status === 'EXCEPTION' && !finding.suppression) {
    finding.suppression = {
      reason: 'accepted',
      statement: 'A policy of the scan makes an exception.',
    };
  }
  place.builder.report.findings.push(finding);
  return undefined;
}

// Where they differ AVDID is right: `KSV0012` of old versions is AVD-KCV-0012.
// Custom checks without an id are all called `N/A`; their package tells them apart.
function idOf(check: Misconfiguration): string | undefined {
  const named = [check.AVDID, check.ID, check.Namespace].find(
    text => text !== undefined && text !== 'N/A',
  );
  return named ? controlId(plainText(named, 300)) || undefined : undefined;
}

function messageOf(text: string): string {
  return plainText(text).replace(QUOTED_SECRET, '$1');
}

function containerOf(message: string | undefined): string | undefined {
  const match = message ? CONTAINER.exec(message) : null;
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  return name ? plainText(name) || undefined : undefined;
}
