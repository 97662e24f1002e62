import type { Environment, Settings } from '../arguments';
import type { PostureClient } from '../client';
import type { CommandError } from '../errors';
import type { Paint } from '../output';

/** What a command works with. */
export interface Session {
  settings: Settings;
  files: string[];
  env: Environment;
  client: PostureClient;
  /** The base of the plugin's API. */
  url: string;
  version: string;
  stdin: AsyncIterable<Uint8Array>;
  paint: Paint;
  /** Characters of a line of the terminal. */
  width: number;
  print(text: string): void;
  /** Takes the token out of a text. */
  hide(text: string): string;
  /** A remark for people, beside the output. */
  note(text: string): void;
  complain(error: CommandError): void;
}
