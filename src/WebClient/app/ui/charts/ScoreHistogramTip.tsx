import type { ScoreRange } from '../../api/matching';
import { texts } from '../../texts';

/** What one bar says, above it. For the eye: the bar itself says it to all others. */
export function ScoreHistogramTip({ range, total }: { range: ScoreRange; total: number }) {
  const { chart } = texts.match;
  const center = range.from + 5;
  return (
    <div
      className="histogram-tip"
      aria-hidden="true"
      style={{
        left: `${center}%`,
        // By as much to the side as the bar stands from it, so that it never leaves the chart.
        transform: `translateX(-${center}%)`,
      }}
    >
      <strong>{chart.range(range.from, range.to)}</strong>
      <span>{chart.matches(range.count)}</span>
      <span>{chart.share(Math.round((100 * range.count) / Math.max(1, total)))}</span>
    </div>
  );
}
