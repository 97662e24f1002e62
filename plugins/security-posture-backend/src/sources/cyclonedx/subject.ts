import {
  readImageReference,
  readRepository,
  type ImageSubject,
  type SourceContext,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { propertiesOf } from './component';
import { imageOfPurl } from '../../model/imageOfPurl';
import type { Component } from './schema';

const DIGEST = /^sha256:[a-f0-9]{64}$/;
const ARCHIVE = /\.(tar|tar\.gz|tgz|sif)$/i;
const LOCATION = /^(https?|git|ssh):\/\/|^git@|^git\+/;

export interface BomSubject {
  subject: SourceSubject;
  /** Narrows a repository, which can hold several products with a BOM each. */
  part?: string;
}

/** What the BOM describes: its `metadata.component`. */
export function readSubject(
  component: Component | undefined,
  context: SourceContext,
): BomSubject {
  if (!component) return { subject: { kind: 'artifact', name: 'unknown' } };
  const { type, group, name } = component;
  const named = group ? `${group}/${name}` : name;
  const properties = propertiesOf(component);
  if (properties.get('aquasecurity:trivy:resource:Type') === 'cluster') {
    const cluster =
      properties.get('aquasecurity:trivy:resource:Name') ??
      context.cluster ??
      'unknown';
    return { subject: { kind: 'cluster', name: cluster, cluster } };
  }
  const image =
    type === 'container' ? readImage(component, properties) : undefined;
  if (image) return { subject: image };
  const repository = readRepositoryOf(component);
  return repository
    ? { subject: { kind: 'repository', name: repository }, part: named }
    : { subject: { kind: 'artifact', name: named } };
}

function readImage(
  { name, version, purl }: Component,
  properties: Map<string, string>,
): ImageSubject | undefined {
  const tagged = readImageReference(
    properties.get('aquasecurity:trivy:RepoTag'),
  );
  const pulled = readImageReference(
    properties.get('aquasecurity:trivy:RepoDigest'),
  );
  const image =
    (purl?.includes('repository_url=') ? imageOfPurl(purl) : undefined) ??
    tagged ??
    pulled ??
    (ARCHIVE.test(name) ? undefined : readImageReference(name)) ??
    (purl ? imageOfPurl(purl) : undefined);
  if (!image) return undefined;
  const own = version && DIGEST.test(version) ? version : undefined;
  const ofPurl = purl ? imageOfPurl(purl)?.digest : undefined;
  const digest = image.digest ?? pulled?.digest ?? ofPurl ?? own;
  const tag =
    image.tag ?? tagged?.tag ?? (own ? undefined : tagOf(image.name, version));
  return { ...image, ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) };
}

function tagOf(name: string, version: string | undefined): string | undefined {
  return version === undefined
    ? undefined
    : readImageReference(`${name}:${version}`)?.tag;
}

function readRepositoryOf({
  name,
  purl,
  externalReferences,
}: Component): string | undefined {
  const vcs = externalReferences.find(reference => reference?.type === 'vcs');
  const fromPurl = /^pkg:(github|bitbucket)\/([^@?#]+)/.exec(purl ?? '');
  return (
    readRepository(vcs?.url) ??
    (LOCATION.test(name) ? readRepository(name) : undefined) ??
    (fromPurl
      ? readRepository(
          `${fromPurl[1]}.${fromPurl[1] === 'github' ? 'com' : 'org'}/${
            fromPurl[2]
          }`,
        )
      : undefined)
  );
}
