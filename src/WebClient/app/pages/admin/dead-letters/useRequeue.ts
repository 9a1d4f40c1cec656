import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../../lib/react';
import { useHttp } from '../../../api/ApiContext';
import { requeueEmail } from '../../../api/adminEmails';
import { problemOf } from '../../../ui/problemOf';

/** Emails that have been sent again on this page, and why some could not be. */
export function useRequeue() {
  const http = useHttp();
  const queries = useQueryClient();
  const [requeued, setRequeued] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [isBusy, setBusy] = useState(false);

  const run = async (ids: readonly string[]) => {
    setBusy(true);
    for (const id of ids) {
      try {
        queries.setQueryData(['admin', 'email', id], await requeueEmail(http, id));
        setRequeued((known) => new Set(known).add(id));
        setProblems((known) => new Map([...known].filter(([other]) => other !== id)));
      } catch (error) {
        setProblems((known) => new Map(known).set(id, problemOf(error) ?? ''));
        // The server is out of reach: the next one would fail as well.
        if (!(error instanceof ApiError)) break;
      }
    }
    setBusy(false);
    void queries.invalidateQueries({ queryKey: ['admin', 'status'] });
  };

  return {
    run,
    isBusy,
    isRequeued: (id: string) => requeued.has(id),
    problemOf: (id: string) => problems.get(id) ?? null,
  };
}
