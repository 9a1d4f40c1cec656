import { useId } from 'react';
import { gradeOf } from '../api/matching';
import { texts } from '../texts';

/** One part of a score, 0–100, in words, as a figure and as a bar. */
export function ScoreBar({ label, score }: { label: string; score: number }) {
  const id = useId();
  return (
    <div className="score-bar" data-grade={gradeOf(score)}>
      <span id={id}>{label}</span>
      <span className="score-bar-value" aria-hidden="true">
        {texts.match.percent(score)}
      </span>
      <div
        className="score-bar-track"
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={score}
        aria-valuetext={texts.match.percent(score)}
      >
        <span style={{ inlineSize: `${score}%` }} />
      </div>
    </div>
  );
}
