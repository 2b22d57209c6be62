/** The clock, as records keep time. */

/** UTC, to the second: `2026-01-31T09:30:00Z`. */
export function nowToTheSecond(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
