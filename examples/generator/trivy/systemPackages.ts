import {
  advisoriesOf,
  type Distribution,
  type DistributionPackage,
} from '../facts/distribution';
import { packageUid } from '../identifiers';
import { split } from '../versions';
import type { TrivyLayer, TrivyPackage, TrivyResult } from './model';
import { sorted, vulnerability } from './vulnerability';

/** The result of class `os-pkgs`. */
export function systemPackages(
  target: string,
  distribution: Distribution,
  layerOf: (name: string) => TrivyLayer,
): TrivyResult {
  const { family, release } = distribution;
  const installed = distribution.packages
    .map(item => ({
      item,
      found: systemPackage(item, distribution, target, layerOf(item.name)),
    }))
    .sort((a, b) => (a.found.Name < b.found.Name ? -1 : 1));
  const vulnerabilities = installed.flatMap(({ item, found }) =>
    advisoriesOf(family, item).map(advisory =>
      vulnerability({
        ...advisory,
        database: family,
        installed: found,
        installedVersion: item.version,
      }),
    ),
  );
  return {
    Target: `${target} (${family} ${release})`,
    Class: 'os-pkgs',
    Type: family,
    Packages: installed.map(({ found }) => found),
    ...(vulnerabilities.length > 0
      ? { Vulnerabilities: sorted(vulnerabilities) }
      : {}),
  };
}

function systemPackage(
  item: DistributionPackage,
  distribution: Distribution,
  target: string,
  layer: TrivyLayer,
): TrivyPackage {
  const isDebian = distribution.family === 'debian';
  return {
    ID: `${item.name}@${item.version}`,
    Name: item.name,
    Identifier: {
      PURL: packageUrl(item, distribution),
      UID: packageUid(`${target} ${item.name}`),
    },
    ...(isDebian
      ? debianVersion(item)
      : {
          Version: item.version,
          Arch: item.architecture,
          SrcName: item.source,
          SrcVersion: item.sourceVersion,
        }),
    ...(item.licences.length > 0 ? { Licenses: item.licences } : {}),
    Layer: layer,
    AnalyzedBy: isDebian ? 'dpkg' : 'apk',
  };
}

function debianVersion(item: DistributionPackage) {
  const version = split(item.version);
  const source = split(item.sourceVersion);
  return {
    Version: version.upstream,
    ...(version.revision ? { Release: version.revision } : {}),
    ...(version.epoch ? { Epoch: version.epoch } : {}),
    Arch: item.architecture,
    SrcName: item.source,
    SrcVersion: source.upstream,
    ...(source.revision ? { SrcRelease: source.revision } : {}),
    ...(source.epoch ? { SrcEpoch: source.epoch } : {}),
  };
}

function packageUrl(item: DistributionPackage, system: Distribution): string {
  const { family, release } = system;
  const name = item.name.replace(/\+/g, '%2B');
  if (family === 'alpine') {
    return `pkg:apk/alpine/${name}@${item.version}?arch=${item.architecture}&distro=${release}`;
  }
  const { epoch, upstream, revision } = split(item.version);
  const version = encodeURIComponent(
    revision ? `${upstream}-${revision}` : upstream,
  );
  const suffix = epoch ? `&epoch=${epoch}` : '';
  return `pkg:deb/debian/${name}@${version}?arch=${item.architecture}&distro=debian-${release}${suffix}`;
}
