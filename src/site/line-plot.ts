/** Numbers over time as the path of a line, in the coordinates of an SVG. */

export interface LinePlot {
  readonly width: number;
  readonly height: number;
  /** Of the line, for `d`. */
  readonly path: string;
  /** Horizontal lines with their labels, from 0 up. */
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
}

const WIDTH = 640;
const HEIGHT = 200;
const TOP = 12;
const BOTTOM = 12;

/** @param values  not negative, in the order of time */
export function linePlot(values: readonly number[]): LinePlot {
  const step = tickStep(Math.max(1, ...values));
  const top = Math.ceil(Math.max(1, ...values) / step) * step;
  const y = (value: number) => rounded(TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top));
  const x = (index: number) => rounded(values.length < 2 ? WIDTH : (index / (values.length - 1)) * WIDTH);
  // One value alone is a line across: it has always been so.
  const points = values.length === 1 ? [values[0] ?? 0, values[0] ?? 0] : values;
  const path = points.map(
    (value, index) =>
      `${index === 0 ? 'M' : 'L'}${values.length === 1 ? index * WIDTH : x(index)} ${y(value)}`,
  );
  const ticks = Array.from({ length: top / step + 1 }, (_, index) => ({
    y: y(index * step),
    label: String(index * step),
  }));
  return { width: WIDTH, height: HEIGHT, path: path.join(''), ticks };
}

/** 1, 2 or 5 times a power of ten, so that there are four steps or fewer. */
export function tickStep(most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) if (most / (factor * power) <= 4) return factor * power;
  }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
