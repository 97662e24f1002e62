import { z } from 'zod';

/** What facts take from the stored words of a source about a finding. */
const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

const schema = z.object({
  package: z
    .object({ name: text, version: text, purl: text })
    .optional()
    .catch(undefined),
  fixedVersions: z.array(z.string()).catch([]),
  path: text,
  container: text,
  cvss: number,
  epss: number,
  knownExploited: flag,
  ransomware: flag,
  reachable: flag,
  layer: text,
});

export type VerdictDetails = z.infer<typeof schema>;

/** What one source says of a finding. */
export interface Verdict {
  source: string;
  details: VerdictDetails;
}

const nothing: VerdictDetails = { fixedVersions: [] };

/** Reads details as they are stored; those that are no object say nothing. */
export function readVerdictDetails(stored: unknown): VerdictDetails {
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : nothing;
}

/**
 * The words of several sources as one: those of a source that still shows the
 * finding, preferably with a fix, and what others add where it says nothing.
 *
 * @param verdicts - newest first
 * @param seeing - the sources that show it
 */
export function bestDetails(
  verdicts: Verdict[],
  seeing: ReadonlySet<string>,
): VerdictDetails {
  const shown = verdicts.filter(({ source }) => seeing.has(source));
  const said = (shown.length > 0 ? shown : verdicts).map(
    ({ details }) => details,
  );
  const best =
    said.find(({ fixedVersions }) => fixedVersions.length > 0) ?? said[0];
  if (!best) return nothing;
  const first = <K extends keyof VerdictDetails>(key: K) =>
    best[key] ?? said.find(details => details[key] !== undefined)?.[key];
  const reachable = said.map(details => details.reachable);
  return {
    package: first('package'),
    fixedVersions: best.fixedVersions,
    path: first('path'),
    container: first('container'),
    cvss: first('cvss'),
    epss: first('epss'),
    knownExploited: said.some(({ knownExploited }) => knownExploited === true),
    ransomware: said.some(({ ransomware }) => ransomware === true),
    // One tool that saw the code called outweighs others that did not.
    reachable: reachable.includes(true) || first('reachable'),
    layer: first('layer'),
  };
}
