import type { ImageSubject, SourceSubject, WorkloadSubject } from './subject';

/** @public */
export interface SourcePackage {
  subject?: SourceSubject;
  name: string;
  version?: string;
  purl?: string;
  type?: string;
  path?: string;
  licences: string[];
}

/**
 * One container of a workload. Absent fields were absent in the manifest.
 *
 * @public
 */
export interface WorkloadContainer {
  name: string;
  init?: boolean;
  image?: ImageSubject;
  /** The image as it was written. */
  imageReference?: string;
  [setting: string]: unknown;
}

/**
 * An object of a cluster as it is configured.
 *
 * @public
 */
export interface SourceWorkload {
  subject: WorkloadSubject;
  annotations: Record<string, string>;
  containers: WorkloadContainer[];
  /** The parts of the specification that checks judge, as parsed. */
  spec: Record<string, unknown>;
  at?: string;
}

/**
 * A control that was judged and found in order: evidence too.
 *
 * @public
 */
export interface SourcePass {
  subject?: SourceSubject;
  id: string;
  title?: string;
  container?: string;
}

/**
 * A statement about where an artifact comes from or who signed it.
 *
 * @public
 */
export interface SourceAttestation {
  subject: SourceSubject;
  predicateType: string;
  builderId?: string;
  sourceRepository?: string;
  sourceCommit?: string;
  signer?: string;
  issuer?: string;
  finishedAt?: string;
  /** Whether a tool verified the signature; documents are never taken at their word. */
  verified: boolean;
}

/**
 * One VEX statement.
 *
 * @public
 */
export interface SourceVexStatement {
  vulnerability: string;
  aliases: string[];
  products: string[];
  status: 'not-affected' | 'affected' | 'fixed' | 'under-investigation';
  justification?: string;
  statement?: string;
  author?: string;
  at?: string;
}

/**
 * What a report tells of an image itself: its configuration and its base.
 * Absent fields are unknown. Values of environment variables may be secrets and
 * are never kept.
 *
 * @public
 */
export interface SourceImage {
  /** An image line; an artifact where the report does not name the image. */
  subject: SourceSubject;
  /** When it was built, ISO 8601. */
  createdAt?: string;
  os?: { family: string; version?: string; endOfLife?: boolean };
  /** As the image configures it; an empty text is root by default. */
  user?: string;
  /** Environment variables that the image sets to a value that is not empty. */
  environment?: string[];
  /** `8080/tcp` … */
  exposedPorts?: string[];
  /** Names of the images that it was built on, nearest first. */
  baseImages?: string[];
  /** Digests of the layers that came with the base image, `sha256:…`. */
  baseLayers?: string[];
  /** Compressed or not, as the tool gives it, in bytes. */
  sizeBytes?: number;
}
