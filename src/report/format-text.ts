/** Numbers and dates as people read them; the same on every machine. */

const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** `812 bytes`, `4.1 KB`, `12 MB`: in steps of 1,024 as file managers count. */
export function formatSize(sizeBytes: number): string {
  let value = sizeBytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${sizeBytes === 1 ? 'byte' : UNITS[unit]}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `31 Jan 2026`, of the UTC day. */
export function formatDate(isoUtc: string): string {
  const [year = '', month = '', day = ''] = isoUtc.slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? singular : plural}`;
}
