import { useCallback, useState } from 'react';
import { ApiError } from '../client/http';
import { texts } from '../texts';

/** Runs what the user asked for, and keeps what went wrong until they have seen it. */
export function useAction() {
  const [problem, setProblem] = useState<string | null>(null);
  const run = useCallback(async (action: () => Promise<void>) => {
    setProblem(null);
    try {
      await action();
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, []);
  const dismiss = useCallback(() => setProblem(null), []);
  return { problem, run, dismiss };
}

/** A refusal in the server's words. Where no answer came, it may have been done all the same. */
function problemOf(error: unknown): string {
  return error instanceof ApiError && !isFromGateway(error) ? error.detail : texts.actionUnconfirmed;
}

function isFromGateway({ status }: ApiError): boolean {
  return status === 502 || status === 504;
}
