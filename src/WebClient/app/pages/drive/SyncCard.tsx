import { Folder, RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { frequencies, type DriveSync, type Frequency } from '../../api/drive';
import { texts } from '../../texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { problemOf } from '../../ui/problemOf';
import { Select } from '../../ui/Select';
import { RunProgress } from './RunProgress';
import { SyncFigures } from './SyncFigures';
import { SyncFiles } from './SyncFiles';
import { useSync } from './useSync';

interface SyncCardProps {
  sync: DriveSync;
  isConnected: boolean;
  isHighlighted: boolean;
}

/** One folder: what it brought, what it is doing, and what can be done with it. */
export function SyncCard({ sync, isConnected, isHighlighted }: SyncCardProps) {
  const { run, isBusy, change, start, removal } = useSync(sync.id);
  const [asks, setAsks] = useState(false);
  const [showsFiles, setShowsFiles] = useState(isHighlighted);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isHighlighted) card.current?.scrollIntoView?.({ block: 'center' });
  }, [isHighlighted]);

  const problem = problemOf(start.error ?? change.error) ?? run?.error ?? null;
  const title = `sync-${sync.id}`;
  return (
    <article ref={card} className="card sync" aria-labelledby={title} data-testid="sync" data-highlighted={isHighlighted}>
      <div className="sync-header">
        <Folder size={18} aria-hidden="true" />
        <h3 id={title}>{sync.folder_name}</h3>
        <span className="chip" data-status={sync.is_active ? 'open' : 'closed'}>
          {sync.is_active ? texts.drive.active : texts.drive.off}
        </span>
        <span className="sync-state" role="status">
          {run && (isBusy || sync.last_sync_at) && texts.drive.states[run.state]}
        </span>
      </div>
      <SyncFigures sync={sync} />
      {isBusy && run?.batch_id && <RunProgress batchId={run.batch_id} folderName={sync.folder_name} />}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="sync-tools">
        <button
          type="button"
          className="button button-small"
          disabled={!isConnected || !sync.is_active || isBusy || start.isPending}
          onClick={() => start.mutate()}
        >
          <RefreshCw size={14} aria-hidden="true" />
          {texts.drive.run}
        </button>
        <Select
          label={texts.drive.add.frequency}
          value={sync.sync_frequency}
          onChange={(value) => change.mutate({ sync_frequency: value as Frequency })}
        >
          {frequencies.map((value) => (
            <option key={value} value={value}>
              {texts.drive.frequencies[value]}
            </option>
          ))}
        </Select>
        <button
          type="button"
          className="button button-small"
          disabled={change.isPending}
          onClick={() => change.mutate({ is_active: !sync.is_active })}
        >
          {sync.is_active ? texts.drive.switchOff : texts.drive.switchOn}
        </button>
        <button type="button" className="button button-small" onClick={() => setAsks(true)}>
          {texts.drive.remove}
        </button>
        <button
          type="button"
          className="button button-small"
          aria-expanded={showsFiles}
          onClick={() => setShowsFiles(!showsFiles)}
        >
          {showsFiles ? texts.drive.hideFiles : texts.drive.showFiles}
        </button>
      </div>
      {showsFiles && <SyncFiles syncId={sync.id} />}
      {asks && (
        <ConfirmDialog
          title={texts.drive.removeTitle(sync.folder_name)}
          hint={texts.drive.removeHint}
          confirm={texts.drive.removeConfirm}
          busy={removal.isPending}
          problem={problemOf(removal.error)}
          onConfirm={() => removal.mutate()}
          onClose={() => setAsks(false)}
        />
      )}
    </article>
  );
}
