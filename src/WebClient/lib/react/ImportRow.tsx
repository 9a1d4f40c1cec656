import { FileText, RotateCcw, Upload, X } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { ResumeState } from '../client/frames';
import { runningImports, type RunningImport } from '../client/runningImports';
import { useHotGigs } from './HotGigsProvider';
import { ResumeProgress } from './ResumeProgress';
import { focusBeside, useRowFocus } from './rowFocus';
import { useAction } from './useAction';
import { useResumeProgress } from './useResumeProgress';

export interface ImportRowProps {
  running: RunningImport;
}

/** One import, from 0 % to done: its step, an estimate, and what to do when it fails. */
export function ImportRow({ running }: ImportRowProps) {
  const { client, clock, texts } = useHotGigs();
  const { id, kind, label, startedAt } = running;
  const progress = useResumeProgress(id);
  const now = useSyncExternalStore(clock.subscribe, clock.get);
  const action = useAction();
  const [isRetrying, setIsRetrying] = useState(false);
  const focus = useRowFocus();
  const imports = client.feature(runningImports);

  const name = label || (kind === 'batch' ? texts.progress.batch(progress?.total_files ?? 0) : texts.progress.title);
  const { status, total_files: total, processed, failed = 0 } = progress ?? {};
  const hasEnded = status === 'completed' || status === 'failed';
  const left = hasEnded ? null : minutesLeft(progress, now.getTime() - Date.parse(startedAt));
  const canRetry = kind === 'batch' ? hasEnded && failed > 0 : status === 'failed';
  const retry = async () => {
    if (isRetrying) return;
    setIsRetrying(true);
    await action.run(() => (kind === 'batch' ? imports.retry(id) : imports.retryResume(id, label)));
    setIsRetrying(false);
  };
  const dismiss = () => {
    focusBeside(focus.ref.current);
    imports.remove(id);
  };
  const Icon = kind === 'batch' ? Upload : FileText;

  return (
    <li {...focus} className="hg-import" data-testid="import-row" data-status={status ?? 'uploaded'}>
      <span className="hg-item-icon" data-tone={status === 'failed' ? 'red' : 'blue'} aria-hidden="true">
        <Icon size={17} strokeWidth={2} />
      </span>
      <div className="hg-import-body">
        <p className="hg-import-name">{name}</p>
        <ResumeProgress filename={name} progress={inWords(progress, texts.progress.files)} />
        {(left !== null || (total !== undefined && processed !== undefined)) && (
          <p className="hg-import-note">
            {failed > 0 && <span className="hg-import-failed">{texts.progress.failedFiles(failed)}</span>}
            {left !== null && <span>{texts.progress.left(left)}</span>}
          </p>
        )}
        {progress?.error && (
          <p className="hg-import-failed" role="alert">
            {progress.error}
          </p>
        )}
        {action.problem !== null && (
          <p className="hg-import-failed" role="alert">
            {action.problem}
          </p>
        )}
        {canRetry && (
          <button type="button" className="hg-button hg-button-small" aria-disabled={isRetrying} onClick={() => void retry()}>
            <RotateCcw size={13} aria-hidden="true" />
            {kind === 'batch' ? texts.progress.retry : texts.progress.retryOne}
          </button>
        )}
      </div>
      {hasEnded && (
        <button type="button" className="hg-icon-button" aria-label={texts.progress.dismiss(name)} onClick={dismiss}>
          <X size={16} />
        </button>
      )}
    </li>
  );
}

/** A batch says how many of its files are done, in the language of the page. */
function inWords(progress: ResumeState | undefined, files: (processed: number, total: number) => string) {
  if (progress?.total_files === undefined || progress.status === 'failed') return progress;
  return { ...progress, current_step: files(progress.processed ?? 0, progress.total_files) };
}

/** From how long the finished files took; null while there is nothing to judge by. */
function minutesLeft(progress: ResumeState | undefined, elapsedMs: number): number | null {
  const { total_files: total = 0, processed = 0 } = progress ?? {};
  if (processed < 2 || processed >= total || elapsedMs <= 0) return null;
  return Math.round(((elapsedMs / processed) * (total - processed)) / 60_000);
}
