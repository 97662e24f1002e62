import { receiptLines, toJson, writeOutput } from '../output';
import { reportQuery } from './reportQuery';
import { sendFiles, type SentFile } from './sendFiles';
import type { Session } from './Session';

/** Sends reports, and tells what was stored. Resolves with the exit code. */
export async function send(session: Session): Promise<number> {
  const { settings, files, env, client, stdin, paint, print } = session;
  const file = settings['output-file'];
  const asTable = settings.output === 'table';
  const sent: SentFile[] = [];
  try {
    await sendFiles(files, {
      client,
      stdin,
      query: reportQuery(settings, env),
      onSent: one => {
        sent.push(one);
        if (asTable || file) print(receiptLines(one, paint));
      },
      onFailure: session.complain,
    });
  } finally {
    if (settings.output === 'json') {
      await writeOutput(toJson({ reports: sent.flatMap(reportsOf) }), session);
    } else if (file) {
      const plainText = sent.map(one => receiptLines(one, (_, text) => text));
      await writeOutput(plainText.join(''), session);
    }
  }
  return 0;
}

/** The receipts of a file, each with the name of the file. */
export function reportsOf({ file, answer }: SentFile) {
  return answer.reports.map(receipt => ({ file, ...receipt }));
}
