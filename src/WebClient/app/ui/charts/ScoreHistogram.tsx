import { useId, useState, type KeyboardEvent } from 'react';
import type { ScoreRange } from '../../api/matching';
import { texts } from '../../texts';
import { ScoreHistogramBar } from './ScoreHistogramBar';
import { plot } from './scoreHistogramPlot';
import { ScoreHistogramTip } from './ScoreHistogramTip';

/** From this score on a match is strong. */
const strongFrom = 80;

/** How many matches have which score, in steps of ten. One stop for the keyboard: arrows go from bar to bar. */
export function ScoreHistogram({ ranges, labelledBy }: { ranges: readonly ScoreRange[]; labelledBy: string }) {
  const hint = useId();
  const [stop, setStop] = useState(ranges.length - 1);
  const [active, setActive] = useState<number | null>(null);
  const total = ranges.reduce((sum, { count }) => sum + count, 0);
  const highest = Math.max(1, ...ranges.map(({ count }) => count));
  const shown = active === null ? undefined : ranges[active];

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: ranges.length - 1 }[event.key];
    if (event.key === 'Escape') setActive(null);
    if (next === undefined) return;
    event.preventDefault();
    const target = Math.min(ranges.length - 1, Math.max(0, next));
    setStop(target);
    event.currentTarget.querySelector<SVGElement>(`[data-bar="${target}"]`)?.focus();
  };

  return (
    <div className="histogram">
      <svg
        className="histogram-plot"
        height={plot.height}
        role="group"
        aria-labelledby={labelledBy}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setActive(null)}
      >
        <line className="histogram-axis" x1="0" x2="100%" y1={plot.base} y2={plot.base} />
        {ranges.map((range, index) => (
          <ScoreHistogramBar
            key={range.from}
            range={range}
            index={index}
            share={Math.round((100 * range.count) / Math.max(1, total))}
            height={(range.count / highest) * plot.bars}
            isStop={index === stop}
            isActive={index === active}
            onShow={() => setActive(index)}
            onFocus={() => {
              setStop(index);
              setActive(index);
            }}
            onBlur={() => setActive(null)}
          />
        ))}
        <g aria-hidden="true">
          <line className="histogram-mark" x1={`${strongFrom}%`} x2={`${strongFrom}%`} y1={plot.labelTop} y2={plot.base} />
          <text className="histogram-mark-label" x={`${strongFrom}%`} dx="6" y={plot.labelTop + 9}>
            {texts.match.chart.strong}
          </text>
          {ranges.slice(1).map(({ from }) => (
            <text key={from} className="histogram-tick" data-strong={from === strongFrom} x={`${from}%`} y={plot.base + 18}>
              {from}
            </text>
          ))}
        </g>
      </svg>
      <p id={hint} className="visually-hidden">
        {texts.match.chart.hint}
      </p>
      {shown && <ScoreHistogramTip range={shown} total={total} />}
    </div>
  );
}
