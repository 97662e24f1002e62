/** The value of a day (`2026-03-01`); absent if it was not judged. */
export interface DayValue {
  day: string;
  value?: number;
}

interface Frame {
  width: number;
  height: number;
}

const DAY = 86_400_000;

/** A change of less than this looks as small as it is. */
const SMALLEST_SPAN = 20;

/**
 * The strokes of a line through the days, each as the points of an SVG
 * polyline. Between days that do not follow each other nothing is known, and so
 * nothing is drawn.
 */
export function strokesOf(days: DayValue[], frame: Frame): string[] {
  const known = days.flatMap(({ day, value }) =>
    value === undefined ? [] : [{ at: Date.parse(day) / DAY, value }],
  );
  const all = days.map(({ day }) => Date.parse(day) / DAY);
  const first = Math.min(...all);
  const length = Math.max(1, Math.max(...all) - first);
  const { lowest, span } = rangeOf(known.map(({ value }) => value));
  const strokes: string[][] = [];
  known.forEach(({ at, value }, index) => {
    const x = ((at - first) / length) * frame.width;
    const y = (1 - (value - lowest) / span) * frame.height;
    const point = `${round(x)},${round(y)}`;
    const follows = index > 0 && at - known[index - 1].at <= 1;
    if (follows) strokes[strokes.length - 1].push(point);
    else strokes.push([point]);
  });
  // A stroke of one point is drawn as a dot: it needs an end to have a cap.
  return strokes.map(points =>
    (points.length === 1 ? [points[0], points[0]] : points).join(' '),
  );
}

function rangeOf(values: number[]): { lowest: number; span: number } {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const missing = Math.max(0, SMALLEST_SPAN - (highest - lowest));
  const from = Math.max(0, Math.min(lowest - missing / 2, 100 - SMALLEST_SPAN));
  return { lowest: from, span: Math.max(highest - from, SMALLEST_SPAN) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
