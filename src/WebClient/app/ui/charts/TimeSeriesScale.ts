const minute = 60_000;
const steps = [1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute);
const maxTimeTicks = 6;
const shortestSpan = 5 * minute;

/** The range of times that is shown, with its marks; all in ms. */
export interface TimeScale {
  from: number;
  to: number;
  ticks: number[];
}

/** The range of values that is shown, from zero on, with its marks. */
export interface ValueScale {
  top: number;
  ticks: number[];
}

/** From the first to the last time; a short history does not fill the width as if it were a long one. */
export function timeScale(times: readonly number[]): TimeScale {
  const to = times.at(-1) ?? 0;
  const from = Math.min(times[0] ?? 0, to - shortestSpan);
  const step = steps.find((one) => (to - from) / one <= maxTimeTicks) ?? steps.at(-1)!;
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return { from, to, ticks };
}

/**
 * Round steps, three to five of them, and whole where the figures are.
 * @param atLeast What the top is at least: a line of nearly nothing looks like that.
 */
export function valueScale(values: readonly number[], atLeast: number): ValueScale {
  const max = Math.max(atLeast, ...values);
  const rough = max / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10]).find((one) => one * power >= rough)! * power;
  const count = Math.ceil(max / step);
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** The index of the time that is closest. */
export function nearest(times: readonly number[], wanted: number): number {
  let best = 0;
  times.forEach((at, i) => {
    if (Math.abs(at - wanted) < Math.abs(times[best]! - wanted)) best = i;
  });
  return best;
}
