/**
 * The command line client of Security Posture.
 *
 * @packageDocumentation
 */
import { run } from './run';

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), process);
}

main();
