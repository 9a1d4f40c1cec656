import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useHttp } from '../../api/ApiContext';
import { changeSync, deleteSync, getRun, runSync, type Frequency } from '../../api/drive';
import { useMutationOnce } from '../../api/useMutationOnce';

const runPollMs = 2_000;

/** What a sync is doing now, and what can be done with it. */
export function useSync(id: string) {
  const http = useHttp();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['drive'] });
  const run = useQuery({
    queryKey: ['drive', 'run', id],
    queryFn: ({ signal }) => getRun(http, id, signal),
    // The socket tells of a run's end only; its steps are asked for.
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'idle' ? runPollMs : false),
  });

  const isBusy = run.data !== undefined && run.data.state !== 'idle';
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy) {
      void queries.invalidateQueries({ queryKey: ['drive', 'syncs'] });
      void queries.invalidateQueries({ queryKey: ['drive', 'files', id] });
    }
    wasBusy.current = isBusy;
  }, [isBusy, queries, id]);

  const change = useMutationOnce({
    mutationFn: (wanted: { sync_frequency?: Frequency; is_active?: boolean }) => changeSync(http, id, wanted),
    onSuccess: refresh,
  });
  const start = useMutationOnce({ mutationFn: () => runSync(http, id), onSuccess: refresh });
  const removal = useMutationOnce({ mutationFn: () => deleteSync(http, id), onSuccess: refresh });
  return { run: run.data, isBusy, change, start, removal };
}
