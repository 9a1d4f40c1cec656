import type { MatchStats } from '../../api/matching';
import { texts } from '../../texts';

export function MatchStatsRow({ stats }: { stats: MatchStats }) {
  const { total, high, medium, rate } = texts.jobs.matches;
  const figures: [string, string | number][] = [
    [total, stats.total_matches],
    [high, stats.high_matches],
    [medium, stats.medium_matches],
    [rate, texts.match.percent(stats.match_rate)],
  ];
  return (
    <dl className="match-stats">
      {figures.map(([label, figure]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
