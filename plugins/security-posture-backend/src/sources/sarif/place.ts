import { plainText } from 'backstage-plugin-security-posture-node';
import type { PathReader } from './paths';
import { Location, LogicalLocation } from './schema';

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
  for (const raw of locations.slice(0, MAX_LOCATIONS)) {
    const { data: location } = Location.safeParse(raw);
    if (!location) continue;
    const place = readPlace(location, paths);
    if (place.path !== undefined) return place;
    first ??= place;
  }
  return first ?? nowhere;
}

function readPlace(location: Location, paths: PathReader): Place {
  const { artifactLocation, region } = location.physicalLocation ?? {};
  const line = region?.startLine;
  return {
    ...(artifactLocation ? paths.read(artifactLocation) : {}),
    startLine:
      line !== undefined && Number.isSafeInteger(line) && line > 0
        ? line
        : undefined,
    snippet: region?.snippet,
    logicalLocations: location.logicalLocations
      .slice(0, MAX_LOCATIONS)
      .flatMap(raw => LogicalLocation.safeParse(raw).data ?? []),
  };
}

/** The name of a function or class, where a place has no file. */
export function logicalName({ logicalLocations }: Place): string | undefined {
  for (const { fullyQualifiedName, name } of logicalLocations) {
    const text = plainText(fullyQualifiedName ?? name ?? '', 500);
    if (text !== '') return text;
  }
  return undefined;
}
