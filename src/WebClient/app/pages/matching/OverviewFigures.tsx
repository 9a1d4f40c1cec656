import type { ReactNode } from 'react';
import type { MatchFigures } from '../../api/matching';
import { texts } from '../../texts';

export function OverviewFigures({ figures }: { figures: MatchFigures }) {
  const { overview, percent } = texts.match;
  return (
    <dl className="match-stats">
      <Figure term={overview.high}>
        {figures.high_matches.toLocaleString('en-GB')}
        {figures.new_high_matches > 0 && <span className="chip chip-new">{overview.isNew(figures.new_high_matches)}</span>}
      </Figure>
      <Figure term={overview.medium}>{figures.medium_matches.toLocaleString('en-GB')}</Figure>
      <Figure term={overview.total}>{figures.total_matches.toLocaleString('en-GB')}</Figure>
      <Figure term={overview.top}>{figures.total_matches > 0 ? percent(figures.top_match_score) : overview.none}</Figure>
    </dl>
  );
}

function Figure({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
