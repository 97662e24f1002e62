import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** A part that is read later, if at all. */
const anything = z.unknown().optional();

/** A DSSE envelope: https://github.com/secure-systems-lab/dsse */
export const Envelope = z.object({
  payloadType: lenient.text,
  payload: z.string(),
});
export type Envelope = z.infer<typeof Envelope>;

const Digests = z
  .object({
    sha256: lenient.text,
    sha1: lenient.text,
    gitCommit: lenient.text,
  })
  .optional()
  .catch(undefined);

/** What a statement speaks of, or what went into it. */
export const Resource = z.object({
  name: lenient.text,
  uri: lenient.text,
  digest: Digests,
});
export type Resource = z.infer<typeof Resource>;

export const Statement = z.object({
  _type: z.string().startsWith('https://in-toto.io/Statement/'),
  subject: z.array(z.unknown()).min(1),
  predicateType: z.string().trim().min(1),
  predicate: anything,
});
export type Statement = z.infer<typeof Statement>;

const resources = z.array(z.unknown()).catch([]);
const Builder = z.object({ id: lenient.text }).optional().catch(undefined);

/** SLSA provenance v1 and the versions after it. */
export const Provenance1 = z.object({
  buildDefinition: z
    .object({
      externalParameters: z
        .object({
          workflow: z
            .object({ repository: lenient.text })
            .optional()
            .catch(undefined),
          source: anything,
        })
        .optional()
        .catch(undefined),
      resolvedDependencies: resources,
    })
    .optional()
    .catch(undefined),
  runDetails: z
    .object({
      builder: Builder,
      metadata: z
        .object({ finishedOn: lenient.timestamp })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** SLSA provenance v0.1 and v0.2. */
export const Provenance0 = z.object({
  builder: Builder,
  invocation: z.object({ configSource: anything }).optional().catch(undefined),
  materials: resources,
  metadata: z
    .object({ buildFinishedOn: lenient.timestamp })
    .optional()
    .catch(undefined),
});

/** Results of a vulnerability scan, of cosign and of in-toto. */
export const VulnerabilityScan = z.object({
  invocation: z
    .object({ 'builder.id': lenient.text })
    .optional()
    .catch(undefined),
  metadata: z
    .object({ scanFinishedOn: lenient.timestamp })
    .optional()
    .catch(undefined),
});

/** Bills of materials and VEX documents, bare or as cosign wraps them. */
export const EmbeddedDocument = z.object({
  Timestamp: lenient.timestamp,
  timestamp: lenient.timestamp,
  metadata: z
    .object({ timestamp: lenient.timestamp })
    .optional()
    .catch(undefined),
  creationInfo: z
    .object({ created: lenient.timestamp })
    .optional()
    .catch(undefined),
  Data: anything,
});
