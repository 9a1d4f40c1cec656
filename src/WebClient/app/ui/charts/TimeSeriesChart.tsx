import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { adminTexts as texts } from '../../texts/admin';
import { TimeSeriesLegend } from './TimeSeriesLegend';
import { TimeSeriesPlot } from './TimeSeriesPlot';
import { nearest, timeScale, valueScale } from './TimeSeriesScale';
import { TimeSeriesTable } from './TimeSeriesTable';

export interface Series {
  label: string;
  tone: 'blue' | 'purple' | 'green' | 'yellow';
  /** One for each time. */
  values: readonly number[];
}

export interface TimeSeriesChartProps {
  title: string;
  /** In ms, rising. */
  times: readonly number[];
  series: readonly Series[];
  format?: (value: number) => string;
  /** What the scale of values reaches at least. */
  atLeast?: number;
}

/** Lines over time, read off by pointer or arrow keys. What they say is also a sentence for screen readers, and a table for everyone. */
export function TimeSeriesChart({ title, times, series, format = texts.count, atLeast = 4 }: TimeSeriesChartProps) {
  const id = useId();
  const [picked, setPicked] = useState<number | null>(null);
  if (times.length < 2) {
    return (
      <figure className="time-series card" aria-labelledby={id}>
        <h3 id={id}>{title}</h3>
        <p className="time-series-waiting">{texts.chart.waiting}</p>
      </figure>
    );
  }

  const time = timeScale(times);
  const value = valueScale(series.flatMap((one) => one.values), atLeast);
  const at = picked === null ? null : Math.min(picked, times.length - 1);
  const point = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setPicked(nearest(times, time.from + ((clientX - left) / width) * (time.to - time.from)));
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -6, PageDown: 6, Home: -times.length, End: times.length }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setPicked((from) => Math.max(0, Math.min(times.length - 1, (from ?? times.length - 1) + by)));
  };
  const shown = at ?? times.length - 1;

  return (
    <figure className="time-series card" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <TimeSeriesLegend series={series} at={at} time={at === null ? null : times[at]!} format={format} />
      <div
        className="time-series-area"
        role="slider"
        tabIndex={0}
        aria-label={texts.chart.pointer(title)}
        aria-valuemin={0}
        aria-valuemax={times.length - 1}
        aria-valuenow={shown}
        aria-valuetext={texts.chart.reading(texts.time(times[shown]!), series.map((one) => `${one.label} ${format(one.values[shown]!)}`))}
        onPointerMove={point}
        onPointerLeave={() => setPicked(null)}
        onKeyDown={step}
        onBlur={() => setPicked(null)}
      >
        <TimeSeriesPlot times={times} series={series} time={time} value={value} at={at} format={format} />
      </div>
      <figcaption className="visually-hidden">{series.map((one) => summaryOf(one, times, format)).join(' ')}</figcaption>
      <TimeSeriesTable title={title} times={times} series={series} format={format} />
    </figure>
  );
}

function summaryOf({ label, values }: Series, times: readonly number[], format: (value: number) => string): string {
  const high = Math.max(...values);
  const highAt = texts.time(times[values.indexOf(high)]!);
  return texts.chart.summary(label, format(values.at(-1)!), format(high), highAt, format(Math.min(...values)));
}
