import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHttp } from '../../api/ApiContext';
import { getCandidateStats, listCandidateMatches, rematchCandidate } from '../../api/matching';
import { useMutationOnce } from '../../api/useMutationOnce';
import { useMatchRefresh } from '../matching/useMatchRefresh';

/** A candidate's matches with open jobs, kept current by each `match_found`. */
export function useCandidateMatches(candidateId: string, page: number, pageSize: number) {
  const http = useHttp();
  useMatchRefresh(['candidate-matches']);
  return useQuery({
    queryKey: ['candidate-matches', candidateId, page, pageSize],
    queryFn: ({ signal }) => listCandidateMatches(http, candidateId, { skip: (page - 1) * pageSize, limit: pageSize }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useCandidateMatchStats(candidateId: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['candidate-matches', candidateId, 'stats'],
    queryFn: ({ signal }) => getCandidateStats(http, candidateId, signal),
  });
}

/** When to look for what a comparison has changed: it runs in the background, mostly within a second. */
const looksMs = [1_000, 3_000, 8_000];

export function useRematch(candidateId: string) {
  const http = useHttp();
  const queries = useQueryClient();
  const rematch = useMutationOnce({ mutationFn: () => rematchCandidate(http, candidateId) });
  const { isSuccess, submittedAt, reset } = rematch;
  useEffect(() => {
    if (!isSuccess) return;
    const timers = looksMs.map((after) =>
      setTimeout(() => void queries.invalidateQueries({ queryKey: ['candidate-matches', candidateId] }), after),
    );
    timers.push(setTimeout(reset, looksMs.at(-1)));
    return () => timers.forEach(clearTimeout);
  }, [candidateId, isSuccess, queries, reset, submittedAt]);
  return rematch;
}
