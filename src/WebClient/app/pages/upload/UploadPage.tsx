import { texts } from '../../texts';
import { PageHeader } from '../../ui/PageHeader';
import { BatchRowView } from './BatchRowView';
import { DropZone } from './DropZone';
import { useUploads } from './UploadQueueContext';
import { UploadRowView } from './UploadRowView';
import { UploadSummary } from './UploadSummary';

export function UploadPage() {
  const { queue, rows } = useUploads();

  return (
    <div className="page page-narrow">
      <PageHeader title={texts.upload.title} subtitle={texts.upload.subtitle} />
      <DropZone onFiles={(files) => queue.add(files)} isCompact={rows.length > 0} />
      <section aria-labelledby="uploads-title">
        <div className="section-header">
          <h2 id="uploads-title">{texts.upload.listTitle}</h2>
          {rows.length > 0 && <UploadSummary rows={rows} />}
        </div>
        {rows.length === 0 ? (
          <p className="upload-empty">{texts.upload.empty}</p>
        ) : (
          // Scrolls by itself, so it has to be within reach of the keyboard.
          <ul className="upload-rows" aria-labelledby="uploads-title" tabIndex={0}>
            {rows.map((row) =>
              row.state.kind === 'batch' ? (
                <BatchRowView
                  key={row.key}
                  batchId={row.state.batchId}
                  name={row.filename}
                  onRemove={() => queue.remove(row.key)}
                />
              ) : (
                <UploadRowView
                  key={row.key}
                  row={row}
                  onRetry={() => queue.retry(row.key)}
                  onRemove={() => queue.remove(row.key)}
                />
              ),
            )}
          </ul>
        )}
      </section>
    </div>
  );
}
