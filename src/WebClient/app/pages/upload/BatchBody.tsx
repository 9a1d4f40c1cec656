import { RotateCcw } from 'lucide-react';
import { ResumeProgress } from '../../../lib/react';
import { texts } from '../../texts';
import { problemOf } from '../../ui/problemOf';
import { BatchFailures } from './BatchFailures';
import type { useBatch } from './useBatch';

interface BatchBodyProps {
  name: string;
  batch: ReturnType<typeof useBatch>;
}

/** How far a batch is, what failed and why, and another try for those that can have one. */
export function BatchBody({ name, batch: { progress, hasEnded, batch, retry } }: BatchBodyProps) {
  const total = progress?.total_files;
  const processed = progress?.processed ?? 0;
  const shown = progress && total !== undefined ? { ...progress, current_step: texts.upload.batch.files(processed, total) } : progress;
  const failed = progress?.failed ?? batch.data?.failed ?? 0;
  // What was refused at the door has no content to try again.
  const canRetry = hasEnded && batch.data?.files.some(({ status, resume_id }) => status === 'failed' && resume_id !== null);
  const problem = problemOf(retry.error);
  return (
    <>
      <ResumeProgress filename={name} progress={shown} />
      {hasEnded && batch.data && (
        <p className="upload-row-note" role="status">
          {texts.upload.batch.successful(batch.data.successful, batch.data.total_files)}
        </p>
      )}
      {failed > 0 && <p className="upload-row-problem">{texts.upload.batch.failed(failed)}</p>}
      {batch.data && failed > 0 && <BatchFailures files={batch.data.files} />}
      {problem !== null && (
        <p className="upload-row-problem" role="alert">
          {problem}
        </p>
      )}
      {canRetry && (
        <button type="button" className="button button-small" aria-disabled={retry.isPending} onClick={() => retry.isPending || retry.mutate()}>
          <RotateCcw size={14} aria-hidden="true" />
          {texts.upload.batch.retry}
        </button>
      )}
    </>
  );
}
