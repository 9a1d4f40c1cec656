import { useMutation } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, FileText, RotateCcw, X } from 'lucide-react';
import { Link } from 'react-router';
import { isFinal, ResumeProgress, runningImports, useHotGigs, useResumeProgress } from '../../../lib/react';
import { focusBeside, useRowFocus } from '../../../lib/react/rowFocus';
import { texts } from '../../texts';
import { problemOf } from '../../ui/problemOf';
import { formatSize } from './formatSize';
import { SendingBar } from './SendingBar';
import { useCandidateId } from './useCandidateId';
import type { UploadRow } from './uploadQueue';

interface UploadRowViewProps {
  row: UploadRow;
  onRetry: () => void;
  onRemove: () => void;
}

/** One file on its way from the disk to a candidate. */
export function UploadRowView({ row, onRetry, onRemove }: UploadRowViewProps) {
  const { state, filename } = row;
  const resumeId = state.kind === 'accepted' ? state.resumeId : undefined;
  const progress = useResumeProgress(resumeId);
  const isCompleted = progress?.status === 'completed';
  const candidateId = useCandidateId(resumeId, isCompleted);
  const status = state.kind === 'accepted' ? (progress?.status ?? 'uploaded') : state.kind;
  const { client } = useHotGigs();
  const again = useMutation({ mutationFn: () => client.feature(runningImports).retryResume(resumeId!, filename) });
  const focus = useRowFocus();
  const problem = problemOf(again.error);
  // What has left this device completely is as good as imported.
  const canCancel = state.kind === 'waiting' || (state.kind === 'uploading' && state.sent < 100);
  const canRemove = state.kind === 'refused' || isFinal(progress);

  return (
    <li {...focus} className="upload-row" data-testid="upload-row" data-status={status} data-resume-id={resumeId}>
      <span className="upload-row-icon" aria-hidden="true">
        {isCompleted ? (
          <CircleCheck size={20} />
        ) : status === 'failed' || status === 'gone' || status === 'refused' ? (
          <CircleAlert size={20} />
        ) : (
          <FileText size={20} strokeWidth={1.75} />
        )}
      </span>
      <div className="upload-row-body">
        <p className="upload-row-name">
          <span className="upload-row-filename" title={filename}>
            {filename}
          </span>
          <span className="upload-row-size">{formatSize(row.size)}</span>
        </p>
        {state.kind === 'waiting' && (
          <p className="upload-row-note">{state.isServerBusy ? texts.upload.serverBusy : texts.upload.waiting}</p>
        )}
        {state.kind === 'uploading' && <SendingBar filename={filename} size={row.size} sent={state.sent} />}
        {state.kind === 'refused' && (
          <p className="upload-row-problem" role="alert">
            {texts.upload.refused}: {state.reason}
          </p>
        )}
        {state.kind === 'accepted' && <ResumeProgress filename={filename} progress={progress} />}
        {(status === 'failed' || status === 'gone') && (
          <p className="upload-row-problem" role="alert">
            {status === 'gone' ? texts.upload.gone : (progress?.error ?? texts.upload.failedWithoutReason)}
          </p>
        )}
        {problem !== null && (
          <p className="upload-row-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="upload-row-tools">
        {candidateId && (
          <Link className="button button-small" to={`/candidates/${candidateId}`}>
            {texts.upload.viewCandidate}
          </Link>
        )}
        {state.kind === 'refused' && state.canRetry && (
          <button type="button" className="button button-small" onClick={onRetry}>
            <RotateCcw size={14} aria-hidden="true" />
            {texts.upload.retry}
          </button>
        )}
        {status === 'failed' && (
          <button type="button" className="button button-small" aria-disabled={again.isPending} onClick={() => again.isPending || again.mutate()}>
            <RotateCcw size={14} aria-hidden="true" />
            {texts.upload.retry}
          </button>
        )}
        {(canRemove || canCancel) && (
          <button
            type="button"
            className="icon-button"
            aria-label={canCancel ? texts.upload.cancelUpload(filename) : texts.upload.remove(filename)}
            onClick={() => {
              focusBeside(focus.ref.current);
              onRemove();
            }}
          >
            <X size={17} />
          </button>
        )}
      </div>
    </li>
  );
}
