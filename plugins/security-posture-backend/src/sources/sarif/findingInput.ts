import type { Place } from './place';
import type { Producer } from './producer';
import type { ReadRule } from './rule';
import type { Result } from './schema';

/** A result that is no pass, with all that its run knows of it. */
export interface FindingInput {
  result: Result;
  ruleId: string;
  rule: ReadRule | undefined;
  producer: Producer;
  place: Place;
  /** The message as the tool wrote it. */
  message: string | undefined;
}
