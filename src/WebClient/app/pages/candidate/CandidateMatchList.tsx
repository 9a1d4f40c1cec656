import { useState } from 'react';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Pager } from '../../ui/Pager';
import { CandidateMatchRow } from './CandidateMatchRow';
import { useCandidateMatches } from './useCandidateMatches';

/** The open jobs that a candidate fits, best first. */
export function CandidateMatchList({ candidateId, pageSize }: { candidateId: string; pageSize: number }) {
  const [page, setPage] = useState(1);
  const { data, error, isPlaceholderData, refetch } = useCandidateMatches(candidateId, page, pageSize);
  const { ofCandidate } = texts.match;
  if (error && !data) return <ErrorState title={ofCandidate.failed} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.total_matches === 0) return <p className="card-empty">{ofCandidate.empty}</p>;
  return (
    <>
      <ul className="list-frame candidate-matches" aria-busy={isPlaceholderData} aria-label={ofCandidate.title}>
        {data.matches.map((match) => (
          <CandidateMatchRow key={match.match_id} match={match} />
        ))}
      </ul>
      <Pager page={page} pageSize={pageSize} total={data.total_matches} onPage={setPage} />
    </>
  );
}
