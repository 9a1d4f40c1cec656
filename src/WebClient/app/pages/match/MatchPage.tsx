import { ArrowLeft, Lock, Target } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { ApiError, RelativeTime } from '../../../lib/react';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ScoreBadge } from '../../ui/ScoreBadge';
import { ScoreBar } from '../../ui/ScoreBar';
import { State } from '../../ui/State';
import { MatchSides } from './MatchSides';
import { MatchSkills } from './MatchSkills';
import { useMatch } from './useMatch';

/** Where a `match_found` leads: for recruiters, and for the candidate it is about. */
export default function MatchPage() {
  const { id = '' } = useParams();
  const { recruits } = useUser();
  const { data: match, error, refetch } = useMatch(id);

  if (error instanceof ApiError && (error.status === 404 || error.status === 403)) {
    const isForbidden = error.status === 403;
    return (
      <State
        isPage
        icon={isForbidden ? Lock : Target}
        title={isForbidden ? texts.match.forbiddenTitle : texts.match.notFoundTitle}
        hint={isForbidden ? error.detail : texts.match.notFoundHint}
      >
        <Link className="button" to="/notifications">
          {texts.match.notFoundAction}
        </Link>
      </State>
    );
  }
  if (error && !match) return <ErrorState title={texts.match.failed} error={error} isPage onRetry={() => void refetch()} />;
  if (!match) return <Loading />;

  const title = recruits
    ? texts.match.title(match.candidate_name ?? texts.candidates.noName, match.job_title)
    : texts.match.titleForCandidate(match.job_title, match.company_name);
  return (
    <div className="page match">
      <Link className="back-link" to={recruits ? `/jobs/${match.job_id}` : '/matching'}>
        <ArrowLeft size={15} aria-hidden="true" />
        {recruits ? texts.match.back : texts.match.backToOwn}
      </Link>
      <PageHeader
        title={title}
        subtitle={
          <>
            {texts.match.found} <RelativeTime value={match.created_at} />
            {!recruits && match.viewed_by_recruiter && ` · ${texts.match.seen}`}
          </>
        }
      >
        <ScoreBadge score={match.match_score} size="large" />
      </PageHeader>
      <MatchSides match={match} />
      <section className="card" aria-labelledby="match-why">
        <h2 id="match-why">{texts.match.why}</h2>
        <div className="score-bars">
          <ScoreBar label={texts.match.parts.skills} score={match.skill_match_score} />
          <ScoreBar label={texts.match.parts.experience} score={match.experience_match_score} />
          <ScoreBar label={texts.match.parts.education} score={match.education_match_score} />
          <ScoreBar label={texts.match.parts.location} score={match.location_match_score} />
        </div>
        <p className="match-explanation">{match.match_explanation}</p>
      </section>
      <MatchSkills match={match} />
    </div>
  );
}
