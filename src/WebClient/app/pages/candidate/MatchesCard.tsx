import { RefreshCw } from 'lucide-react';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { problemOf } from '../../ui/problemOf';
import { CandidateMatchList } from './CandidateMatchList';
import { useCandidateMatchStats, useRematch } from './useCandidateMatches';

const pageSize = 5;

/** Which open jobs a candidate fits, and a way for recruiters to have that looked at anew. */
export function MatchesCard({ candidateId }: { candidateId: string }) {
  const { recruits } = useUser();
  const { data: stats } = useCandidateMatchStats(candidateId);
  const rematch = useRematch(candidateId);
  const problem = problemOf(rematch.error);
  const isUnderWay = rematch.isPending || rematch.isSuccess;
  const { ofCandidate } = texts.match;
  return (
    <section className="card matches-card" aria-labelledby="matches-title">
      <div className="matches-header">
        <h2 id="matches-title">{ofCandidate.title}</h2>
        {stats && stats.total_matches > 0 && (
          <span className="section-note">{ofCandidate.count(stats.total_matches, stats.high_matches)}</span>
        )}
        {recruits && (
          <button
            type="button"
            className="button button-small"
            aria-disabled={isUnderWay}
            onClick={() => isUnderWay || rematch.mutate()}
          >
            <RefreshCw size={13} aria-hidden="true" />
            {ofCandidate.rematch}
          </button>
        )}
      </div>
      <p className="matches-note" role="status">
        {rematch.isSuccess && ofCandidate.comparing}
      </p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <CandidateMatchList candidateId={candidateId} pageSize={pageSize} />
    </section>
  );
}
