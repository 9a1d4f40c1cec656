import { adminTexts as texts } from '../../texts/admin';
import type { Series } from './TimeSeriesChart';

interface TimeSeriesLegendProps {
  series: readonly Series[];
  /** The index that is pointed at; null for the latest. */
  at: number | null;
  /** Its time in ms. */
  time: number | null;
  format: (value: number) => string;
}

/** Which line is which, and its value: the latest, or the one that is pointed at. */
export function TimeSeriesLegend({ series, at, time, format }: TimeSeriesLegendProps) {
  return (
    <div className="time-series-legend" aria-hidden="true">
      {series.map(({ label, tone, values }, i) => (
        <span key={label} className="time-series-entry" data-tone={tone} data-order={i}>
          {label}
          <strong>{format(values.at(at ?? -1)!)}</strong>
        </span>
      ))}
      <span className="time-series-when">{time === null ? texts.chart.now : texts.chart.at(texts.time(time))}</span>
    </div>
  );
}
