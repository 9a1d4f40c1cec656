import { gradeOf } from '../api/matching';
import { texts } from '../texts';

interface ScoreBadgeProps {
  score: number;
  size?: 'small' | 'large';
  /** Where a heading says already what the score means; it is still read out. */
  isBrief?: boolean;
}

/** A whole score, with what it means: the colour only repeats it. */
export function ScoreBadge({ score, size = 'small', isBrief = false }: ScoreBadgeProps) {
  const grade = gradeOf(score);
  return (
    <span className="score-badge" data-grade={grade} data-size={size}>
      <strong>{texts.match.percent(score)}</strong>
      <span className={isBrief ? 'visually-hidden' : undefined}>{texts.match.grades[grade]}</span>
    </span>
  );
}
