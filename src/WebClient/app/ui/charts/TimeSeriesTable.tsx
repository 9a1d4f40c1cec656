import { adminTexts as texts } from '../../texts/admin';
import type { Series } from './TimeSeriesChart';

interface TimeSeriesTableProps {
  title: string;
  times: readonly number[];
  series: readonly Series[];
  format: (value: number) => string;
}

const stepMs = 5 * 60_000;

/** The same as figures, every five minutes, the latest first. */
export function TimeSeriesTable({ title, times, series, format }: TimeSeriesTableProps) {
  return (
    <details className="time-series-table">
      <summary>{texts.chart.table}</summary>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.chart.time}</th>
            {series.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(times).map((i) => (
            <tr key={times[i]}>
              <th scope="row">{texts.time(times[i]!)}</th>
              {series.map(({ label, values }) => (
                <td key={label}>{format(values[i]!)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function rowsOf(times: readonly number[]): number[] {
  const rows: number[] = [];
  for (let i = times.length - 1; i >= 0; i--) {
    const last = rows.at(-1);
    if (last === undefined || times[last]! - times[i]! >= stepMs) rows.push(i);
  }
  return rows;
}
