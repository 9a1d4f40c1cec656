import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHotGigs } from '../../../../lib/react';
import { useHttp } from '../../../api/ApiContext';
import { listShares } from '../../../api/shares';

/** Who a candidate is shared with, and whether they know yet: a receipt brings the news. */
export function useShares(candidateId: string) {
  const http = useHttp();
  const { client } = useHotGigs();
  const queries = useQueryClient();
  useEffect(
    () =>
      client.onFrame((frame) => {
        // A receipt names the notification, not the candidate: what is on the page is read again.
        if (frame.type === 'receipt') void queries.invalidateQueries({ queryKey: ['shares', candidateId] });
      }),
    [client, queries, candidateId],
  );
  return useQuery({ queryKey: ['shares', candidateId], queryFn: ({ signal }) => listShares(http, candidateId, signal) });
}
