const TIME =
  /("([\w.-]+)"\s*:\s*")?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})/g;
const SECONDS = /(["']?seconds["']?\s*:\s*)(\d{10})\b/g;

/**
 * Moves the RFC 3339 times of a report, and the `seconds` of policy reports, by
 * a number of milliseconds, so that the examples are always of these days.
 *
 * @param keep - JSON keys whose times stay, such as the publication of a CVE
 */
export function shiftTimes(text: string, by: number, keep: string[]): string {
  const kept = new Set(keep);
  return text
    .replace(TIME, (whole, prefix = '', key, time, fraction = '', zone) => {
      if (key !== undefined && kept.has(key)) return whole;
      const moved = new Date(Date.parse(`${time}${zone}`) + by);
      return `${prefix}${moved.toISOString().slice(0, 19)}${fraction}Z`;
    })
    .replace(
      SECONDS,
      (_, prefix, seconds) =>
        `${prefix}${Number(seconds) + Math.round(by / 1000)}`,
    );
}
