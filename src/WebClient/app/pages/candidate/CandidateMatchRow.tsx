import { Check } from 'lucide-react';
import { Link } from 'react-router';
import type { Match } from '../../api/matching';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { ScoreBadge } from '../../ui/ScoreBadge';

/** One job that a candidate fits: how well, why, and what they lack for it. */
export function CandidateMatchRow({ match }: { match: Match }) {
  const { recruits } = useUser();
  const { ofCandidate } = texts.match;
  return (
    <li className="candidate-match link-row" data-testid="candidate-match">
      <span className="record-name">
        <Link to={`/matches/${match.match_id}`}>{match.job_title}</Link>
        <span className="record-title">{match.company_name}</span>
      </span>
      <span className="match-row-score">
        {recruits && !match.viewed_by_recruiter && <span className="chip chip-new">{texts.jobs.matches.isNew}</span>}
        <ScoreBadge score={match.match_score} />
      </span>
      <p className="candidate-match-why">{match.match_explanation}</p>
      {match.missing_skills.length > 0 ? (
        <p className="candidate-match-skills">{ofCandidate.lacks(match.missing_skills.join(', '))}</p>
      ) : (
        match.matching_skills.length > 0 && (
          <p className="candidate-match-skills" data-complete>
            <Check size={14} aria-hidden="true" />
            {ofCandidate.lacksNothing}
          </p>
        )
      )}
    </li>
  );
}
