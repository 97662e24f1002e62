/** What a refusal or warning says about one policy. */
export interface Violation {
  engine: string;
  policy: string;
  rule?: string;
  category?: string;
  /** The engine could not judge, and its policy fails closed. */
  failedToJudge?: boolean;
  message?: string;
  /** The object, where the text names it. */
  object?: { kind: string; namespace?: string; name: string };
}

/** Reads the violations out of a text; none if it is not of this dialect. */
export type ReadViolations = (text: string) => Violation[];
