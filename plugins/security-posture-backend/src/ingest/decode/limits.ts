/** What a body may hold at most. Each limit is configurable and named in errors. */
export interface DecodeLimits {
  /** Bytes after inflation. */
  maxBytes: number;
  /** Bytes of YAML, which takes far longer to read than JSON. */
  maxYamlBytes: number;
  /** Values of all kinds: members, list elements, texts, numbers. */
  maxElements: number;
  /** Lists and objects inside each other. */
  maxDepth: number;
  /** Characters of one text. */
  maxStringLength: number;
}

export const defaultDecodeLimits: DecodeLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxYamlBytes: 5 * 1024 * 1024,
  maxElements: 1_500_000,
  maxDepth: 100,
  maxStringLength: 8_000_000,
};
