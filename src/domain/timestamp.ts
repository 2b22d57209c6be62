/** Times of the index: UTC, ISO 8601, to the second or the millisecond. */

const PATTERN = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,3}))?Z$/;

/** Whether the text is such a time and names a day that exists. */
export function isTimestamp(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const milliseconds = Date.parse(text);
  // Date.parse carries 31 February over into March, so the day must come back as it was written.
  return (
    !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === text.slice(0, 10)
  );
}

/** `2026-01-31T09:30:00Z` → `2026-01-31T09:30:00.000Z`, so that times sort as text. */
export function withMilliseconds(timestamp: string): string {
  const match = PATTERN.exec(timestamp);
  if (!match) throw new Error(`${timestamp} is not a UTC time`);
  return `${match[1]}.${(match[2] ?? '').padEnd(3, '0')}Z`;
}
