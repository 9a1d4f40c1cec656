import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useArrivals } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { listCandidates, type CandidateQuery } from '../../api/candidates';

/** Notifications after which the list has someone new in it. */
const changesList = new Set([
  'candidate_added',
  'candidate_shared',
  'resume_completed',
  'bulk_upload_completed',
  'google_drive_sync_completed',
]);

export function useCandidates(query: CandidateQuery) {
  const http = useHttp();
  const queries = useQueryClient();
  useArrivals((arrived) => {
    if (arrived.some((n) => changesList.has(n.type))) void queries.invalidateQueries({ queryKey: ['candidates'] });
  });
  return useQuery({
    queryKey: ['candidates', query],
    queryFn: ({ signal }) => listCandidates(http, query, signal),
    placeholderData: keepPreviousData,
  });
}
