import { ApiError } from '../../lib/react';
import { texts } from '../texts';

/** What to say of a failure: the server's words where it gave any. Null where there is none. */
export function problemOf(error: unknown): string | null {
  if (!error) return null;
  if (!(error instanceof ApiError)) return texts.unreachable;
  return Object.values(error.fieldErrors).flat()[0] ?? error.detail;
}
