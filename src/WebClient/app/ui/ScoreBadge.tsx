import { gradeOf } from '../api/matching';
import { texts } from '../texts';

/** A whole score, with what it means: the colour only repeats it. */
export function ScoreBadge({ score, size = 'small' }: { score: number; size?: 'small' | 'large' }) {
  const grade = gradeOf(score);
  return (
    <span className="score-badge" data-grade={grade} data-size={size}>
      <strong>{texts.match.percent(score)}</strong>
      <span>{texts.match.grades[grade]}</span>
    </span>
  );
}
