import { useSyncExternalStore } from 'react';
import { runningImports, type RunningImport } from '../client/runningImports';
import { useHotGigs } from './HotGigsProvider';

/** The user's imports that are under way, or have failed and are not put away yet; newest first. */
export function useRunningImports(): readonly RunningImport[] {
  const { imports } = useHotGigs().client.feature(runningImports);
  return useSyncExternalStore(imports.subscribe, imports.get);
}
