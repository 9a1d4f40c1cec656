import { createContext, useContext, useSyncExternalStore } from 'react';
import type { UploadQueue, UploadRow } from './uploadQueue';

/** Above the pages, so that uploads go on while the user looks elsewhere. */
export const UploadQueueContext = createContext<UploadQueue | null>(null);

export function useUploads(): { queue: UploadQueue; rows: readonly UploadRow[] } {
  const queue = useContext(UploadQueueContext);
  if (!queue) throw new Error('This component needs an upload queue above it.');
  return { queue, rows: useSyncExternalStore(queue.rows.subscribe, queue.rows.get) };
}
