import type {
  FindingDetail,
  FindingSighting,
} from 'backstage-plugin-security-posture-common';

/** An artifact that a finding was seen on, by one tool or several. */
export interface Place extends Omit<FindingSighting, 'source'> {
  tools: string[];
}

const rankOf = ({ running, built, withdrawnAt }: Place) =>
  Number(running) * 4 + Number(built) * 2 + Number(!withdrawnAt);

/** One place for each artifact, what runs first. It is gone only if every tool says so. */
export function placesOf(
  finding: Pick<FindingDetail, 'sightings' | 'verdicts'>,
): Place[] {
  const names = new Map(
    finding.verdicts.map(({ source, tool }) => [source, tool]),
  );
  const places = new Map<string, Place>();
  for (const { source, ...sighting } of finding.sightings) {
    const key = `${sighting.digest ?? ''} ${sighting.branch ?? ''}`;
    const tool = names.get(source) ?? source;
    const known = places.get(key);
    places.set(
      key,
      known ? merged(known, sighting, tool) : { ...sighting, tools: [tool] },
    );
  }
  return [...places.values()].sort((a, b) => rankOf(b) - rankOf(a));
}

function merged(
  known: Place,
  sighting: Omit<FindingSighting, 'source'>,
  tool: string,
): Place {
  const later = (a: string, b: string) => (a > b ? a : b);
  return {
    ...known,
    tools: [...new Set([...known.tools, tool])],
    lastSeenAt: later(known.lastSeenAt, sighting.lastSeenAt),
    withdrawnAt:
      known.withdrawnAt && sighting.withdrawnAt
        ? later(known.withdrawnAt, sighting.withdrawnAt)
        : undefined,
  };
}
