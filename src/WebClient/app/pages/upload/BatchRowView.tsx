import { CircleCheck, Files, X } from 'lucide-react';
import { Link } from 'react-router';
import { focusBeside, useRowFocus } from '../../../lib/react/rowFocus';
import { texts } from '../../texts';
import { BatchBody } from './BatchBody';
import { useBatch } from './useBatch';

interface BatchRowViewProps {
  batchId: string;
  name: string;
  onRemove: () => void;
}

/** Many files as one row. */
export function BatchRowView({ batchId, name, onRemove }: BatchRowViewProps) {
  const batch = useBatch(batchId);
  const focus = useRowFocus();
  const { progress, hasEnded } = batch;
  const status = progress?.status ?? 'uploaded';
  const remove = () => {
    focusBeside(focus.ref.current);
    onRemove();
  };
  return (
    <li {...focus} className="upload-row" data-testid="batch-row" data-status={status} data-batch-id={batchId}>
      <span className="upload-row-icon" aria-hidden="true">
        {status === 'completed' ? <CircleCheck size={20} /> : <Files size={20} strokeWidth={1.75} />}
      </span>
      <div className="upload-row-body batch-body">
        <p className="upload-row-name">
          <span className="upload-row-filename" title={name}>
            {name}
          </span>
        </p>
        {status === 'gone' ? (
          <p className="upload-row-problem">{texts.upload.batch.notFound}</p>
        ) : (
          <BatchBody name={name} batch={batch} />
        )}
      </div>
      {hasEnded && (
        <div className="upload-row-tools">
          {status === 'completed' && (
            <Link className="button button-small" to={`/candidates?batch=${batchId}`}>
              {texts.upload.batch.viewCandidates}
            </Link>
          )}
          <button type="button" className="icon-button" aria-label={texts.upload.remove(name)} onClick={remove}>
            <X size={17} />
          </button>
        </div>
      )}
    </li>
  );
}
