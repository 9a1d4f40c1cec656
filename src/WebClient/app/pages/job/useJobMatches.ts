import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useHttp } from '../../api/ApiContext';
import { getJobStats, listJobMatches, type MatchQuery } from '../../api/matching';
import { useMatchRefresh } from '../matching/useMatchRefresh';

/** A new job is compared in the background, and only high matches are told of. */
const firstMatchesPollMs = 10_000;

/** A job's matches and their counts, which a `match_found` refreshes. */
export function useJobMatches(jobId: string, query: MatchQuery) {
  const http = useHttp();
  useMatchRefresh(['job-matches', jobId]);
  const matches = useQuery({
    queryKey: ['job-matches', jobId, query],
    queryFn: ({ signal }) => listJobMatches(http, jobId, query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.total_matches === 0 ? firstMatchesPollMs : false),
  });
  const stats = useQuery({
    queryKey: ['job-matches', jobId, 'stats', matches.data?.total_matches],
    queryFn: ({ signal }) => getJobStats(http, jobId, signal),
    placeholderData: keepPreviousData,
  });
  return { matches, stats: stats.data };
}
