import { useSyncExternalStore } from 'react';
import { isFinal, resumeProgress, useHotGigs } from '../../../lib/react';
import { texts } from '../../texts';
import type { UploadRow } from './uploadQueue';

export function UploadSummary({ rows }: { rows: readonly UploadRow[] }) {
  const { progress } = useHotGigs().client.feature(resumeProgress);
  const known = useSyncExternalStore(progress.subscribe, progress.get);
  const done = rows.filter(
    ({ state }) =>
      state.kind === 'refused' ||
      (state.kind === 'accepted' && isFinal(known.get(state.resumeId))) ||
      (state.kind === 'batch' && isFinal(known.get(state.batchId))),
  ).length;
  return (
    <span className="section-note" role="status">
      {texts.upload.summary(done, rows.length)}
    </span>
  );
}
