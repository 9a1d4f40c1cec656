import { useCallback, useState } from 'react';
import { ApiError } from '../client/http';
import type { Texts } from '../texts/en';
import { useHotGigs } from './HotGigsProvider';

/** Runs what the user asked for, and keeps what went wrong until they have seen it. */
export function useAction() {
  const { texts } = useHotGigs();
  const [problem, setProblem] = useState<string | null>(null);
  const run = useCallback(async (action: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await action();
    } catch (error) {
      setProblem(problemOf(error, texts));
    }
  }, [texts]);
  const dismiss = useCallback(() => setProblem(null), []);
  return { problem, run, dismiss };
}

/** A refusal in the server's words. Where no answer came, it may have been done all the same. */
function problemOf(error: unknown, texts: Texts): string {
  return error instanceof ApiError && !isFromGateway(error) ? error.detail : texts.actionUnconfirmed;
}

function isFromGateway({ status }: ApiError): boolean {
  return status === 502 || status === 504;
}
