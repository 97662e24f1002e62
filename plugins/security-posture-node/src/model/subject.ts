/**
 * An image line: `registry/path`, without tag or digest, plus the tag and
 * digest that this report saw.
 *
 * @public
 */
export interface ImageSubject {
  kind: 'image';
  /** `ghcr.io/acme/shop`; images of Docker Hub are `docker.io/library/nginx`. */
  name: string;
  tag?: string;
  /** `sha256:…` of the manifest. */
  digest?: string;
}

/**
 * An object in a cluster. Controllers are normalised to what a person wrote: a
 * Deployment, not its ReplicaSet or Pod. Objects without a namespace leave it out.
 *
 * @public
 */
export interface WorkloadSubject {
  kind: 'workload';
  cluster?: string;
  namespace?: string;
  workloadKind: string;
  name: string;
  /** Labels of the object or its pods, where the report has them. */
  labels?: Record<string, string>;
}

/** @public */
export interface OtherSubject {
  kind: 'repository' | 'namespace' | 'cluster' | 'node' | 'artifact';
  /** `github.com/acme/shop` for a repository, else the name of the thing. */
  name: string;
  cluster?: string;
  /** The commit of a repository, where known. */
  digest?: string;
}

/**
 * What a report speaks of.
 *
 * @public
 */
export type SourceSubject = ImageSubject | WorkloadSubject | OtherSubject;
