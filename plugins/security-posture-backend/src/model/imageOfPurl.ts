import { PackageURL } from 'packageurl-js';
import {
  readImageReference,
  type ImageSubject,
} from 'backstage-plugin-security-posture-node';

/** The image behind `pkg:oci/…` or `pkg:docker/…`. */
export function imageOfPurl(purl: string): ImageSubject | undefined {
  if (!/^pkg:\/*(oci|docker)\//.test(purl)) return undefined;
  let parsed: PackageURL;
  try {
    parsed = PackageURL.fromString(purl);
  } catch {
    return undefined;
  }
  const { type, namespace, name, version, qualifiers } = parsed;
  const repository = qualifiers?.repository_url?.replace(
    /^index\.docker\.io\//,
    'docker.io/',
  );
  const own = namespace ? `${namespace}/${name}` : name;
  // Some tools write the registry alone, others the whole image line.
  const line =
    repository === undefined || repository.endsWith(`/${name}`)
      ? repository ?? own
      : `${repository}/${own}`;
  const digest = version?.startsWith('sha256:') ? `@${version}` : '';
  const tag = digest || type === 'oci' ? qualifiers?.tag : version;
  return readImageReference(`${line}${tag ? `:${tag}` : ''}${digest}`);
}
