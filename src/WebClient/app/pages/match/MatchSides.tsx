import { Building2, MapPin } from 'lucide-react';
import { Link } from 'react-router';
import type { Match } from '../../api/matching';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { Avatar } from '../../ui/Avatar';

/** Who and what was compared. A candidate cannot open jobs, so theirs is not linked. */
export function MatchSides({ match }: { match: Match }) {
  const { recruits } = useUser();
  const name = match.candidate_name ?? texts.candidates.noName;
  return (
    <div className="match-sides">
      <section className="card match-side" aria-labelledby="match-candidate">
        <h2 id="match-candidate">{recruits ? texts.match.candidate : texts.match.you}</h2>
        <div className="match-side-who">
          <Avatar name={name} />
          <div>
            <p className="match-side-title">{name}</p>
            {match.candidate_title && <p>{match.candidate_title}</p>}
          </div>
        </div>
        {match.candidate_location && <Place name={match.candidate_location} />}
        <Link className="button button-small" to={`/candidates/${match.candidate_id}`}>
          {recruits ? texts.match.viewCandidate : texts.match.viewYourself}
        </Link>
      </section>
      <section className="card match-side" aria-labelledby="match-job">
        <h2 id="match-job">{texts.match.job}</h2>
        <div className="match-side-who">
          <span className="match-side-icon" aria-hidden="true">
            <Building2 size={18} strokeWidth={1.8} />
          </span>
          <div>
            <p className="match-side-title">{match.job_title}</p>
            <p>{match.company_name}</p>
          </div>
        </div>
        <span className="chip" data-status={match.job_status}>
          {texts.jobs.statuses[match.job_status]}
        </span>
        {recruits && (
          <Link className="button button-small" to={`/jobs/${match.job_id}`}>
            {texts.match.viewJob}
          </Link>
        )}
      </section>
    </div>
  );
}

function Place({ name }: { name: string }) {
  return (
    <p className="match-side-place">
      <MapPin size={14} aria-hidden="true" />
      {name}
    </p>
  );
}
