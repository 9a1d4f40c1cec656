import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../../lib/react';
import { useHttp } from '../../../api/ApiContext';
import { getEmail, requeueEmail, type Email } from '../../../api/adminEmails';
import { problemOf } from '../../../ui/problemOf';

const followMs = 2_000;

/** Emails that have been sent again on this page, what became of them, and why some could not be. */
export function useRequeue() {
  const http = useHttp();
  const queries = useQueryClient();
  const [requeued, setRequeued] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [isBusy, setBusy] = useState(false);

  const followed = useQueries({
    queries: [...requeued].map((id) => ({
      queryKey: ['admin', 'email', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => getEmail(http, id, signal),
      refetchInterval: ({ state }: { state: { data?: Email } }) => (state.data?.status === 'pending' ? followMs : false) as number | false,
    })),
  });
  const latest = new Map(followed.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));

  const run = async (ids: readonly string[]) => {
    setBusy(true);
    for (const id of ids) {
      try {
        queries.setQueryData(['admin', 'email', id], await requeueEmail(http, id));
        setRequeued((known) => new Set(known).add(id));
        setProblems((known) => new Map([...known].filter(([other]) => other !== id)));
      } catch (error) {
        setProblems((known) => new Map(known).set(id, problemOf(error) ?? ''));
        if (failsForAll(error)) break;
      }
    }
    setBusy(false);
    void queries.invalidateQueries({ queryKey: ['admin', 'status'] });
  };

  return {
    run,
    isBusy,
    isRequeued: (id: string) => requeued.has(id),
    /** As it is now, where it has been sent again. */
    latestOf: (email: Email) => latest.get(email.id) ?? email,
    problemOf: (id: string) => problems.get(id) ?? null,
  };
}

/** The server is out of reach, busy or knows us no more: the next one would fail as well. */
function failsForAll(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 401 || error.status === 429 || error.status >= 500;
}
