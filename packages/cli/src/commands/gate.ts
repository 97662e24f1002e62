import type { PolicyVerdict } from 'backstage-plugin-security-posture-common';
import {
  appendJobSummary,
  receiptLines,
  toJson,
  toSarif,
  verdictMarkdown,
  verdictTable,
  writeOutput,
} from '../output';
import { askGate } from './askGate';
import { reportQuery } from './reportQuery';
import { reportsOf } from './send';
import { sendFiles, type SentFile } from './sendFiles';
import type { Session } from './Session';

/** Sends reports, if any, and asks the policy. Resolves with the exit code. */
export async function gate(session: Session): Promise<number> {
  const { settings, files, env, client, stdin, paint, width } = session;
  const file = settings['output-file'];
  const asTable = settings.output === 'table' || file !== undefined;
  const query = reportQuery(settings, env);
  query.set('gate', 'true');
  const sent = await sendFiles(files, {
    client,
    stdin,
    query,
    onSent: one => {
      if (asTable) session.print(receiptLines(one, paint));
    },
    onFailure: session.complain,
  });
  const verdict = await askGate(client, settings, sent);

  if (asTable) session.print(verdictTable(verdict, { paint, width }));
  if (settings.output !== 'table' || file) {
    await writeOutput(document(verdict, sent, session), session);
  }
  await appendJobSummary(verdictMarkdown(verdict), session);

  if (verdict.result === 'pass') return 0;
  if (!settings['warn-only']) return 1;
  session.note('The policy failed; --warn-only lets the build go on.');
  return 0;
}

function document(
  verdict: PolicyVerdict,
  sent: SentFile[],
  { settings, url, version, width }: Session,
): string {
  switch (settings.output) {
    case 'json':
      return toJson({ reports: sent.flatMap(reportsOf), verdict });
    case 'sarif':
      return toJson(toSarif(verdict, { url, version }));
    default:
      return verdictTable(verdict, { paint: (_, text) => text, width });
  }
}
