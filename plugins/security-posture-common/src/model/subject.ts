/**
 * What a report can speak of.
 *
 * - `image`: an image line, `registry/path` without tag or digest
 * - `repository`: a source repository, `host/path`
 * - `workload`: an object in a cluster, owners normalised (a Deployment, not its ReplicaSet)
 * - `namespace`, `cluster`, `node`: parts of a cluster
 * - `artifact`: anything else a tool names, such as a directory
 *
 * @public
 */
export const subjectKinds = [
  'image',
  'repository',
  'workload',
  'namespace',
  'cluster',
  'node',
  'artifact',
] as const;

/** @public */
export type SubjectKind = (typeof subjectKinds)[number];
