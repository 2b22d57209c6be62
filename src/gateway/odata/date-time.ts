/** Times of OData: `2024-05-01T09:30:00.123`, with or without a zone. V2 writes none and means UTC. */

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?)?$/i;

/**
 * Milliseconds since 1970 in UTC, or undefined when the text is no time or its day does not exist. What .NET writes
 * below a millisecond is cut off: the feed keeps no more.
 */
export function parseDateTime(text: string): number | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? '0'));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const start = new Date(0);
  start.setUTCFullYear(year, month - 1, day);
  // A day that does not exist is carried over into the next month.
  if (start.getUTCMonth() !== month - 1 || start.getUTCDate() !== day) return undefined;
  start.setUTCHours(hour ?? 0, minute ?? 0, second ?? 0, milliseconds);
  return start.getTime() - zoneMinutes(match[8]) * 60_000;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? -minutes : minutes;
}
