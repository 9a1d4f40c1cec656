import { useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { Link } from 'react-router';
import { useHttp } from '../../api/ApiContext';
import { listCandidates } from '../../api/candidates';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { State } from '../../ui/State';
import { CandidateMatchList } from '../candidate/CandidateMatchList';
import { MatchAlerts } from './MatchAlerts';

const pageSize = 20;

/** The matches of a candidate who is signed in; to them, they are the only candidate there is. */
export function OwnMatches() {
  const http = useHttp();
  const { data, error, refetch } = useQuery({
    queryKey: ['candidates', 'own'],
    queryFn: ({ signal }) => listCandidates(http, { search: '', source: '', skip: 0, limit: 1 }, signal),
  });
  const own = data?.candidates[0];
  const { ofCandidate } = texts.match;
  return (
    <div className="page page-narrow">
      <PageHeader title={ofCandidate.ownTitle} subtitle={ofCandidate.ownSubtitle} />
      <MatchAlerts />
      {error && !data && <ErrorState title={ofCandidate.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && !own && (
        <State icon={FileUp} title={ofCandidate.noResumeTitle} hint={ofCandidate.noResumeHint}>
          <Link className="button button-primary" to="/upload">
            {ofCandidate.uploadResume}
          </Link>
        </State>
      )}
      {own && <CandidateMatchList candidateId={own.candidate_id} pageSize={pageSize} />}
    </div>
  );
}
