import { digest, timeUuid } from '../identifiers';
import {
  imageId,
  lastLayer,
  layerOfPackage,
  manifestDigest,
  reference,
  revision,
  type Image,
} from '../images/image';
import { imageMetadata } from '../images/imageMetadata';
import type { ExampleReport } from '../report';
import { isoNanoseconds } from '../time';
import { dockerfileChecks, type FailedCheck } from './dockerfileChecks';
import { libraryPackages } from './libraryPackages';
import type { TrivyResult, TrivyVulnerability } from './model';
import { secrets, type FoundSecret } from './secrets';
import { systemPackages } from './systemPackages';
import { countsOf, goJson } from './trivyReport';

export interface ScanOptions {
  file: string;
  image: Image;
  at: Date;
  components: string[];
  /** An older release writes less and names checks otherwise. */
  release?: '0.58.1' | '0.69.1';
  /** Says what it found, not what it looked at. */
  withoutPackages?: boolean;
  /** What was said of the image's own settings. */
  checks?: FailedCheck[];
  secrets?: { path: string; found: FoundSecret[] }[];
  /** The sender says whose image it is. */
  entityRef?: string;
  /** The job that sent the report. */
  runUrl?: string;
}

/** `trivy image --format json --list-all-pkgs`. */
export function imageScan(options: ScanOptions): ExampleReport {
  const { image, at } = options;
  const modern = options.release !== '0.58.1';
  const results = resultsOf(options, modern);
  const report = {
    SchemaVersion: 2,
    ...(modern
      ? {
          Trivy: { Version: options.release ?? '0.69.1' },
          ReportID: timeUuid(at, options.file),
        }
      : {}),
    CreatedAt: isoNanoseconds(at, 502_611_903),
    ...(modern
      ? { ArtifactID: digest(`${imageId(image)} ${image.line}`) }
      : {}),
    ArtifactName: reference(image),
    ArtifactType: 'container_image',
    Metadata: imageMetadata(image, modern),
    Results: results,
  };
  return {
    file: options.file,
    at,
    components: options.components,
    body: `${goJson(report)}\n`,
    counts: countsOf(results),
    sender: {
      ...(options.entityRef ? { entityRef: options.entityRef } : {}),
      scanners: [
        'vulnerability',
        'secret',
        ...(options.checks ? ['misconfiguration'] : []),
      ],
      branch: image.branch,
      commit: revision(image),
      ...(options.runUrl ? { runUrl: options.runUrl } : {}),
    },
  };
}

/** What a scan of an image finds in its packages. */
export function vulnerabilitiesOf(image: Image): TrivyVulnerability[] {
  return packagesOf(image).flatMap(result => result.Vulnerabilities ?? []);
}

function packagesOf(image: Image): TrivyResult[] {
  const { distribution } = image.base;
  return [
    systemPackages(reference(image), distribution, layerOfPackage(image)),
    ...image.libraries.map(set =>
      libraryPackages(set, reference(image), lastLayer(image)),
    ),
  ];
}

function resultsOf(options: ScanOptions, modern: boolean): TrivyResult[] {
  const { image } = options;
  const results = packagesOf(image).map(result => ({
    ...result,
    ...(result.Vulnerabilities
      ? {
          Vulnerabilities: modern
            ? result.Vulnerabilities.map(found => fingerprinted(image, found))
            : result.Vulnerabilities,
        }
      : {}),
  }));
  return [
    ...results.map(({ Packages, ...rest }) => {
      const { Target, Class, Type, ...others } = rest;
      const listed = options.withoutPackages ? {} : { Packages };
      return { Target, Class, Type, ...listed, ...others };
    }),
    ...(options.checks
      ? [dockerfileChecks(reference(image), options.checks, modern)]
      : []),
    ...(options.secrets ?? []).map(({ path, found }) =>
      secrets(path, found, lastLayer(image)),
    ),
  ];
}

function fingerprinted(
  image: Image,
  found: TrivyVulnerability,
): TrivyVulnerability {
  const { Title, Description, Severity, ...rest } = found;
  const { CweIDs, VendorSeverity, CVSS, References, PublishedDate, ...start } =
    rest;
  const seed = `${manifestDigest(image)} ${found.PkgIdentifier.UID} ${
    found.VulnerabilityID
  }`;
  return {
    ...start,
    Fingerprint: digest(seed),
    Title,
    Description,
    Severity,
    ...(CweIDs ? { CweIDs } : {}),
    ...(VendorSeverity ? { VendorSeverity } : {}),
    ...(CVSS ? { CVSS } : {}),
    References,
    PublishedDate,
  };
}
