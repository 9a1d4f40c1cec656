import { Link } from 'react-router';
import type { Match } from '../../api/matching';
import { texts } from '../../texts';
import { Avatar } from '../../ui/Avatar';
import { ScoreBadge } from '../../ui/ScoreBadge';
import { ScoreBar } from '../../ui/ScoreBar';

export function MatchRow({ match }: { match: Match }) {
  const name = match.candidate_name ?? texts.candidates.noName;
  const { parts } = texts.match;
  return (
    <li className="match-row record-row" data-testid="match-row">
      <Avatar name={name} />
      <span className="record-name">
        <Link to={`/matches/${match.match_id}`}>{name}</Link>
        <span className="record-title">{[match.candidate_title, match.candidate_location].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="match-row-score">
        {!match.viewed_by_recruiter && <span className="chip chip-new">{texts.jobs.matches.isNew}</span>}
        <ScoreBadge score={match.match_score} />
      </span>
      <div className="match-row-parts">
        <ScoreBar label={parts.skills} score={match.skill_match_score} />
        <ScoreBar label={parts.experience} score={match.experience_match_score} />
        <ScoreBar label={parts.education} score={match.education_match_score} />
        <ScoreBar label={parts.location} score={match.location_match_score} />
      </div>
    </li>
  );
}
