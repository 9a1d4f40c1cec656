import { useState } from 'react';
import { Link } from 'react-router';
import { RelativeTime } from '../../../lib/react';
import type { Match } from '../../api/matching';
import { texts } from '../../texts';
import { Avatar } from '../../ui/Avatar';
import { ScoreBadge } from '../../ui/ScoreBadge';

const shownAtFirst = 8;

/** Strong matches, those that nobody has looked at first. */
export function NewestMatches({ matches }: { matches: readonly Match[] }) {
  const { overview } = texts.match;
  const [showsAll, setShowsAll] = useState(false);
  const hidden = showsAll ? 0 : matches.length - shownAtFirst;
  return (
    <section className="newest-matches" aria-labelledby="newest-matches">
      <h2 id="newest-matches">{overview.newest}</h2>
      {matches.length === 0 ? (
        <p className="upload-empty">{overview.newestEmpty}</p>
      ) : (
        <div className="list-frame">
          <ul aria-labelledby="newest-matches">
            {matches.slice(0, showsAll ? undefined : shownAtFirst).map((match) => (
              <NewestMatch key={match.match_id} match={match} />
            ))}
          </ul>
          {hidden > 0 && (
            <button type="button" className="newest-matches-more" onClick={() => setShowsAll(true)}>
              {overview.showMore(hidden)}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function NewestMatch({ match }: { match: Match }) {
  const { overview } = texts.match;
  const name = match.candidate_name ?? texts.candidates.noName;
  return (
    <li className="newest-match link-row" data-testid="newest-match">
      <Avatar name={name} size="small" />
      <div className="newest-match-text">
        <span className="record-name">
          <Link to={`/matches/${match.match_id}`}>{name}</Link>
        </span>
        <p>
          {overview.forJob} <Link to={`/jobs/${match.job_id}`}>{match.job_title}</Link>
        </p>
        <p className="newest-match-more">
          <RelativeTime value={match.created_at} />
          {' · '}
          <Link to={`/candidates/${match.candidate_id}`} aria-label={overview.profileOf(name)}>
            {overview.profile}
          </Link>
        </p>
      </div>
      <span className="newest-match-score">
        {!match.viewed_by_recruiter && <span className="chip chip-new">{texts.jobs.matches.isNew}</span>}
        <ScoreBadge score={match.match_score} isBrief />
      </span>
    </li>
  );
}
