import { X } from 'lucide-react';
import { texts } from '../../texts';
import { BatchBody } from './BatchBody';
import { useBatch } from './useBatch';

/** The batch a notification leads from, above the candidates it brought. */
export function BatchPanel({ batchId, onDismiss }: { batchId: string; onDismiss: () => void }) {
  const batch = useBatch(batchId);
  return (
    <section className="card batch-panel" aria-labelledby="batch-title">
      <div className="dialog-header">
        <h2 id="batch-title">{texts.upload.batch.title}</h2>
        <button type="button" className="icon-button" aria-label={texts.upload.batch.dismiss} onClick={onDismiss}>
          <X size={17} />
        </button>
      </div>
      {batch.progress?.status === 'gone' ? (
        <p className="upload-row-note">{texts.upload.batch.notFound}</p>
      ) : batch.batch.error && !batch.batch.data ? (
        <p className="upload-row-problem" role="alert">
          {texts.upload.batch.loadFailed}
        </p>
      ) : (
        <BatchBody name={texts.upload.batch.title} batch={batch} />
      )}
    </section>
  );
}
