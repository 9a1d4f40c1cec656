import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { getPreferences, putPreferences, withChange, type Preferences, type PreferencesChange } from '../../api/preferences';
import { texts } from '../../texts';

const queryKey = ['preferences'];

/** The user's preferences. Each change shows at once, is stored by itself, and is taken back if the server refuses it. */
export function usePreferences() {
  const http = useHttp();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const query = useQuery({ queryKey, queryFn: ({ signal }) => getPreferences(http, signal) });
  // One after the other: the last one the user made is the last one stored.
  const last = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);

  const store = async (change: PreferencesChange) => {
    try {
      const stored = await putPreferences(http, change);
      // While others wait, what the user sees is ahead of what is stored.
      if (waiting.current === 1) queries.setQueryData(queryKey, stored);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.detail : texts.preferences.notSaved);
      await queries.invalidateQueries({ queryKey });
    } finally {
      waiting.current -= 1;
    }
  };

  const change = (wanted: PreferencesChange) => {
    setProblem(null);
    queries.setQueryData<Preferences>(queryKey, (before) => before && withChange(before, wanted));
    waiting.current += 1;
    last.current = last.current.then(() => store(wanted));
  };

  return { ...query, change, problem };
}
