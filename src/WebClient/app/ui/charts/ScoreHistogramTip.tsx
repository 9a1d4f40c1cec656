import type { ScoreRange } from '../../api/matching';
import { texts } from '../../texts';
import { plot } from './scoreHistogramPlot';

/** What one bar says, beside it. For the eye: the bar itself says it to all others. */
export function ScoreHistogramTip({ range, total, height }: { range: ScoreRange; total: number; height: number }) {
  const { chart } = texts.match;
  const center = range.from + 5;
  return (
    <div
      className="histogram-tip"
      aria-hidden="true"
      style={{
        left: `${center}%`,
        top: Math.max(0, plot.base - height - 26),
        // By as much to the side as the bar stands from it, so that it never leaves the chart.
        transform: `translate(-${center}%, -100%)`,
      }}
    >
      <strong>{chart.range(range.from, range.to)}</strong>
      <span>{chart.matches(range.count)}</span>
      <span>{chart.share(Math.round((100 * range.count) / Math.max(1, total)))}</span>
    </div>
  );
}
