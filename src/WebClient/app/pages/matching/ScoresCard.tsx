import type { MatchingOverview } from '../../api/matching';
import { texts } from '../../texts';
import { ScoreHistogram } from '../../ui/charts/ScoreHistogram';

export function ScoresCard({ overview }: { overview: MatchingOverview }) {
  const { chart } = texts.match;
  return (
    <section className="card" aria-labelledby="scores-title">
      <div className="scores-header">
        <h2 id="scores-title">{chart.title}</h2>
        {overview.total_matches > 0 && (
          <p className="section-note">{chart.summary(overview.high_matches, overview.total_matches)}</p>
        )}
      </div>
      {overview.total_matches === 0 ? (
        <p className="card-empty">{chart.empty}</p>
      ) : (
        <ScoreHistogram ranges={overview.scores} labelledBy="scores-title" />
      )}
    </section>
  );
}
