import { useId } from 'react';
import { adminTexts as texts } from '../../texts/admin';
import type { Series } from './TimeSeriesChart';
import type { TimeScale, ValueScale } from './TimeSeriesScale';

interface TimeSeriesPlotProps {
  times: readonly number[];
  series: readonly Series[];
  time: TimeScale;
  value: ValueScale;
  /** The index of the time that is pointed at. */
  at: number | null;
  format: (value: number) => string;
}

/** Drawn in per cent of its box and stretched to it, so that it fits any width; its labels are text beside it. */
export function TimeSeriesPlot({ times, series, time, value, at, format }: TimeSeriesPlotProps) {
  const id = useId();
  const x = (ms: number) => ((ms - time.from) / (time.to - time.from)) * 100;
  const y = (n: number) => 100 - (n / value.top) * 100;
  const lineOf = ({ values }: Series) => values.map((n, i) => `${i === 0 ? 'M' : 'L'}${x(times[i]!).toFixed(2)} ${y(n).toFixed(2)}`).join('');
  const areaOf = (one: Series) => `${lineOf(one)}L100 100L${x(times[0]!).toFixed(2)} 100Z`;

  return (
    <>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {value.ticks.map((n) => (
          <line key={n} className="time-series-grid" x1="0" x2="100" y1={y(n)} y2={y(n)} />
        ))}
        {series.map((one, i) => (
          <g key={one.label} data-tone={one.tone} data-order={i}>
            <linearGradient id={`${id}-${i}`} x1="0" x2="0" y1="0" y2="1">
              <stop offset="0" className="time-series-fill" stopOpacity={0.22} />
              <stop offset="1" className="time-series-fill" stopOpacity={0} />
            </linearGradient>
            {i === 0 && <path fill={`url(#${id}-${i})`} d={areaOf(one)} />}
            <path className="time-series-line" d={lineOf(one)} />
          </g>
        ))}
        {at !== null && <line className="time-series-pointer" x1={x(times[at]!)} x2={x(times[at]!)} y1="0" y2="100" />}
      </svg>
      {at !== null &&
        series.map((one) => (
          <span
            key={one.label}
            className="time-series-dot"
            data-tone={one.tone}
            style={{ left: `${x(times[at]!)}%`, top: `${y(one.values[at]!)}%` }}
          />
        ))}
      {value.ticks.map((n) => (
        <span key={n} className="time-series-value" aria-hidden="true" style={{ top: `${y(n)}%` }}>
          {format(n)}
        </span>
      ))}
      {time.ticks.map((ms) => (
        <span key={ms} className="time-series-time" aria-hidden="true" style={{ left: `${x(ms)}%` }}>
          {texts.time(ms)}
        </span>
      ))}
    </>
  );
}
