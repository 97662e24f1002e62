/** Types of package URLs by Trivy's type of a result. */
const types = new Map<string, string>([
  ...typesOf('apk', 'alpine', 'wolfi', 'chainguard', 'minimos'),
  ...typesOf('deb', 'debian', 'ubuntu', 'echo'),
  ...typesOf(
    'rpm',
    ...['redhat', 'centos', 'rocky', 'alma', 'fedora', 'amazon', 'oracle'],
    ...['photon', 'cbl-mariner', 'azurelinux', 'bottlerocket', 'coreos'],
    ...['opensuse', 'opensuse-leap', 'opensuse-tumbleweed', 'opensuse.leap'],
    ...['opensuse.tumbleweed', 'sles', 'slem', 'suse linux enterprise server'],
  ),
  ...typesOf('npm', 'npm', 'yarn', 'pnpm', 'bun', 'node-pkg', 'javascript'),
  ...typesOf('pypi', 'pip', 'pipenv', 'poetry', 'uv', 'pylock', 'python-pkg'),
  ...typesOf('maven', 'jar', 'pom', 'gradle', 'sbt'),
  ...typesOf('golang', 'gomod', 'gobinary'),
  ...typesOf('gem', 'bundler', 'gemspec'),
  ...typesOf('cargo', 'cargo', 'rustbinary'),
  ...typesOf('composer', 'composer', 'composer-vendor'),
  ...typesOf('nuget', 'nuget', 'dotnet-core', 'packages-props'),
  ...typesOf('conda', 'conda-pkg', 'conda-environment'),
  ...['swift', 'cocoapods', 'pub', 'hex', 'conan', 'julia', 'bitnami'].map(
    (type): [string, string] => [type, type],
  ),
]);

function typesOf(purlType: string, ...names: string[]): [string, string][] {
  return names.map(name => [name, purlType]);
}

/**
 * Type of a package URL: the URL's own, else what Trivy's type of the result
 * stands for.
 */
export function packageType(
  purl: string | undefined,
  resultType: string | undefined,
): string | undefined {
  const slash = purl ? purl.indexOf('/') : -1;
  if (purl && slash > 4) return purl.slice(4, slash);
  return resultType ? types.get(resultType) : undefined;
}

/** A text that can be a package URL. */
export function packageUrl(value: unknown): string | undefined {
  return typeof value === 'string' &&
    value.length <= 1000 &&
    /^pkg:[a-z][a-z0-9.+-]*\/[\x21-\x7e]+$/.test(value)
    ? value
    : undefined;
}
