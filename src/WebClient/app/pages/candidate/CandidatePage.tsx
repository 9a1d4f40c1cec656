import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, UserRoundX } from 'lucide-react';
import { useParams, Link } from 'react-router';
import { ApiError } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { getCandidate } from '../../api/candidates';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { State } from '../../ui/State';
import { CandidateHeader } from './CandidateHeader';
import { ContactCard } from './ContactCard';
import { EducationList } from './EducationList';
import { ExperienceTimeline } from './ExperienceTimeline';
import { MatchesCard } from './MatchesCard';
import { SharesCard } from './sharing/SharesCard';
import { SkillGroups } from './SkillGroups';
import { TagsCard } from './TagsCard';

export default function CandidatePage() {
  const { id = '' } = useParams();
  const http = useHttp();
  const { recruits } = useUser();
  const { data, error, refetch } = useQuery({
    queryKey: ['candidate', id],
    queryFn: ({ signal }) => getCandidate(http, id, signal),
  });

  if (error instanceof ApiError && error.status === 404) {
    return (
      <State isPage icon={UserRoundX} title={texts.candidate.notFoundTitle} hint={texts.candidate.notFoundHint}>
        <Link className="button" to="/candidates">
          {texts.candidate.back}
        </Link>
      </State>
    );
  }
  if (error && !data) return <ErrorState title={texts.candidate.failed} error={error} isPage onRetry={() => void refetch()} />;
  if (!data) return <Loading />;

  return (
    <div className="page">
      <Link className="back-link" to={recruits ? '/candidates' : '/matching'}>
        <ArrowLeft size={15} aria-hidden="true" />
        {recruits ? texts.candidate.back : texts.match.backToOwn}
      </Link>
      <CandidateHeader candidate={data} />
      {data.share && (
        <div className="shared-by">
          <p>{texts.sharing.sharedBy(data.share.shared_by, data.share.share_reason)}</p>
          {data.share.share_notes && <p>{data.share.share_notes}</p>}
        </div>
      )}
      <div className="candidate-columns">
        <div className="candidate-main">
          {data.professional_summary && (
            <section className="card" aria-labelledby="summary-title">
              <h2 id="summary-title">{texts.candidate.summary}</h2>
              <p className="candidate-summary">{data.professional_summary}</p>
            </section>
          )}
          <MatchesCard candidateId={data.candidate_id} />
          <ExperienceTimeline experience={data.experience} />
          <EducationList education={data.education} />
        </div>
        <div className="candidate-side">
          <ContactCard candidate={data} />
          <SkillGroups skills={data.skills} />
          <TagsCard candidate={data} />
          {recruits && <SharesCard candidateId={data.candidate_id} />}
        </div>
      </div>
    </div>
  );
}
