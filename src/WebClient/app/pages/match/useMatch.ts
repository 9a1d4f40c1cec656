import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useArrivals } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { getMatch, markMatchViewed } from '../../api/matching';
import { useUser } from '../../session/useUser';

/** A match, kept current, and noted as looked at as soon as a recruiter sees it. */
export function useMatch(id: string) {
  const http = useHttp();
  const queries = useQueryClient();
  const user = useUser();
  useArrivals((arrived) => {
    // Told again with another score.
    if (arrived.some((n) => n.data.match_id === id)) void queries.invalidateQueries({ queryKey: ['match', id] });
  });
  const match = useQuery({ queryKey: ['match', id], queryFn: ({ signal }) => getMatch(http, id, signal) });

  const marked = useRef<string | null>(null);
  const isNew = match.data?.viewed_by_recruiter === false;
  useEffect(() => {
    if (!isNew || !user.recruits || marked.current === id) return;
    marked.current = id;
    void markMatchViewed(http, id).then(
      (viewed) => {
        queries.setQueryData(['match', id], viewed);
        for (const lists of [['job-matches', viewed.job_id], ['candidate-matches', viewed.candidate_id], ['matching-overview']]) {
          void queries.invalidateQueries({ queryKey: lists });
        }
      },
      // Nothing the reader came for: the next visit notes it.
      () => (marked.current = null),
    );
  }, [http, id, isNew, queries, user.recruits]);
  return match;
}
