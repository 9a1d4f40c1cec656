import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Pager } from '../../ui/Pager';
import { Select } from '../../ui/Select';
import { useListAddress } from '../../ui/useListAddress';
import { MatchRow } from './MatchRow';
import { MatchStatsRow } from './MatchStatsRow';
import { useJobMatches } from './useJobMatches';

const pageSize = 20;
const lowestScores = [40, 60, 80, 90];

/** Who fits a job, best first. */
export function JobMatches({ jobId }: { jobId: string }) {
  const { value, page, set } = useListAddress();
  const minScore = Math.min(100, Math.max(0, Math.round(Number(value('min_score')) || 0)));
  const { matches, stats } = useJobMatches(jobId, { minScore, skip: (page - 1) * pageSize, limit: pageSize });
  const { data, error, isPlaceholderData, refetch } = matches;

  return (
    <section className="job-matches" aria-labelledby="job-matches">
      <div className="job-matches-header">
        <h2 id="job-matches">{texts.jobs.matches.title}</h2>
        <Select
          label={texts.jobs.matches.minScore}
          value={minScore === 0 ? '' : String(minScore)}
          onChange={(score) => set({ min_score: score })}
        >
          <option value="">{texts.jobs.matches.anyScore}</option>
          {[...new Set([...lowestScores, ...(minScore > 0 ? [minScore] : [])])]
            .toSorted((left, right) => left - right)
            .map((score) => (
              <option key={score} value={score}>
                {texts.jobs.matches.atLeast(score)}
              </option>
            ))}
        </Select>
      </div>
      {stats && stats.total_matches > 0 && <MatchStatsRow stats={stats} />}
      {error && !data && <ErrorState title={texts.jobs.matches.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data?.matches.length === 0 && (
        <p className="upload-empty">{minScore > 0 ? texts.jobs.matches.emptyFiltered : texts.jobs.matches.empty}</p>
      )}
      {data && data.matches.length > 0 && (
        <>
          <ul className="list-frame match-rows" aria-busy={isPlaceholderData} aria-labelledby="job-matches">
            {data.matches.map((match) => (
              <MatchRow key={match.match_id} match={match} />
            ))}
          </ul>
          <Pager page={page} pageSize={pageSize} total={data.total_matches} onPage={(next) => set({ page: next })} />
        </>
      )}
    </section>
  );
}
