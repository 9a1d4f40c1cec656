import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { ResumeState } from '../client/frames';
import { resumeProgress } from '../client/resumeProgress';
import { useHotGigs } from './HotGigsProvider';

/** Where a resume stands, live; undefined until the first word of it, or without an id. */
export function useResumeProgress(resumeId: string | undefined): ResumeState | undefined {
  const { client } = useHotGigs();
  useEffect(() => (resumeId === undefined ? undefined : client.feature(resumeProgress).watch(resumeId)), [client, resumeId]);
  const { progress } = client.feature(resumeProgress);
  return useSyncExternalStore(
    progress.subscribe,
    useCallback(() => (resumeId === undefined ? undefined : progress.get().get(resumeId)), [progress, resumeId]),
  );
}
