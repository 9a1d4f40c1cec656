import { gradeOf, type ScoreRange } from '../../api/matching';
import { texts } from '../../texts';
import { plot } from './scoreHistogramPlot';

interface ScoreHistogramBarProps {
  range: ScoreRange;
  index: number;
  /** Percentage of all matches. */
  share: number;
  /** In pixels. */
  height: number;
  isStop: boolean;
  isActive: boolean;
  onShow: () => void;
  onFocus: () => void;
  onBlur: () => void;
}

/** What little there is stays visible beside much. */
const lowestBar = 3;

/** One bar, with its count above it. */
export function ScoreHistogramBar(props: ScoreHistogramBarProps) {
  const { range, index, share, isStop, isActive, onShow, onFocus, onBlur } = props;
  const { chart } = texts.match;
  const height = range.count === 0 ? 0 : Math.max(lowestBar, props.height);
  return (
    <g
      className="histogram-bar"
      role="img"
      aria-label={chart.bar(chart.range(range.from, range.to), chart.matches(range.count), share)}
      tabIndex={isStop ? 0 : -1}
      data-bar={index}
      data-grade={gradeOf(range.from)}
      data-active={isActive}
      onPointerEnter={onShow}
      onPointerDown={onShow}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {/* The whole column is to be pointed at, however low its bar. */}
      <rect className="histogram-column" x={`${range.from + 0.5}%`} width="9%" y={plot.base - plot.bars - 20} height={plot.bars + 20} rx="6" />
      <rect className="histogram-fill" x={`${range.from + 1}%`} width="8%" y={plot.base - height} height={height} rx="3" />
      {range.count > 0 && (
        <text className="histogram-count" x={`${range.from + 5}%`} y={plot.base - height - 6} aria-hidden="true">
          {range.count.toLocaleString('en-GB')}
        </text>
      )}
    </g>
  );
}
