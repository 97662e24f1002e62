import type { HumanDuration } from '@backstage/types';

export interface Config {
  securityPosture?: {
    reports?: {
      limits?: {
        /** Bytes of a body at most, after inflation. Default 52428800 (50 MiB). */
        maxBytes?: number;
        /** Bytes of a YAML body at most; YAML takes far longer to read than JSON. Default 5242880 (5 MiB). */
        maxYamlBytes?: number;
        /** Values in a body at most. Default 1500000. */
        maxElements?: number;
        /** Lists and objects inside each other at most. Default 100. */
        maxDepth?: number;
        /** Characters of one text at most. Default 8000000. */
        maxStringLength?: number;
      };
    };
    /** For how long a report counts as fresh; an older one makes its stage stale. Default 7 days each. */
    freshness?: {
      build?: HumanDuration | string;
      deploy?: HumanDuration | string;
      runtime?: HumanDuration | string;
    };
    mapping?: {
      /** How often the catalog is read for changed annotations. Default 1 minute. */
      interval?: HumanDuration | string;
    };
  };
}
