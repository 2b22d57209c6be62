/** The clock, as records keep time. */

/** UTC, to the second: `2026-01-31T09:30:00Z`. */
export function nowToTheSecond(): string {
  return secondsFromNow(0);
}

export function secondsFromNow(seconds: number): string {
  return `${new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19)}Z`;
}
