import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useHttp } from '../../api/ApiContext';
import { getMatchingOverview } from '../../api/matching';
import { useMatchRefresh } from './useMatchRefresh';

/** Weaker matches are told to nobody. */
const quietMatchesPollMs = 60_000;

/** The matches of all open jobs, and of one where it is chosen, kept current. */
export function useMatchingOverview(jobId: string) {
  const http = useHttp();
  useMatchRefresh(['matching-overview']);
  const overviewOf = (id: string) => ({
    queryKey: ['matching-overview', id],
    queryFn: ({ signal }: { signal: AbortSignal }) => getMatchingOverview(http, id, signal),
    refetchInterval: quietMatchesPollMs,
  });
  const all = useQuery(overviewOf(''));
  const chosen = useQuery({ ...overviewOf(jobId), placeholderData: keepPreviousData });
  return { all: all.data, chosen };
}
