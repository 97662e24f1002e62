import { plainText } from 'backstage-plugin-security-posture-node';
import type { PathReader } from './paths';
import {
  ArtifactLocation,
  Location,
  LogicalLocation,
  MultiformatText,
  Region,
} from './schema';

/** Where a result points to: its first location that names a file. */
export interface Place {
  path?: string;
  /** The location as the tool wrote it. */
  uri?: string;
  startLine?: number;
  /** Source text. It may hold a secret: it is hashed, never kept. */
  snippet?: string;
  logicalLocations: LogicalLocation[];
}

const nowhere: Place = { logicalLocations: [] };

/** A result seldom has more than a few. */
const MAX_LOCATIONS = 20;

export function placeOf(locations: unknown, paths: PathReader): Place {
  if (!Array.isArray(locations)) return nowhere;
  let first: Place | undefined;
  const most = Math.min(locations.length, MAX_LOCATIONS);
  for (let index = 0; index < most; index += 1) {
    const { data: location } = Location.safeParse(locations[index]);
    if (!location) continue;
    const place = readPlace(location, paths);
    if (place.path !== undefined) return place;
    first ??= place;
  }
  return first ?? nowhere;
}

function readPlace(
  { physicalLocation, logicalLocations }: Location,
  paths: PathReader,
): Place {
  const { artifactLocation, region: rawRegion } = physicalLocation ?? {};
  const artifact = artifactLocation
    ? ArtifactLocation.safeParse(artifactLocation).data
    : undefined;
  const { uri, path } = artifact ? paths.read(artifact) : nowhere;
  const region = rawRegion ? Region.safeParse(rawRegion).data : undefined;
  return {
    path,
    uri,
    startLine: region?.startLine,
    snippet: region?.snippet
      ? MultiformatText.safeParse(region.snippet).data
      : undefined,
    logicalLocations: readLogical(logicalLocations),
  };
}

function readLogical(list: unknown): LogicalLocation[] {
  if (!Array.isArray(list) || list.length === 0) return [];
  return list
    .slice(0, MAX_LOCATIONS)
    .flatMap(raw => LogicalLocation.safeParse(raw).data ?? []);
}

/** The name of a function or class, where a place has no file. */
export function logicalName({ logicalLocations }: Place): string | undefined {
  for (const { fullyQualifiedName, name } of logicalLocations) {
    const text = plainText(fullyQualifiedName ?? name ?? '', 500);
    if (text !== '') return text;
  }
  return undefined;
}
