import { RelativeTime } from '../../../lib/react';
import type { DriveSync } from '../../api/drive';
import { texts } from '../../texts';

export function SyncFigures({ sync }: { sync: DriveSync }) {
  return (
    <dl className="sync-figures">
      <div>
        <dt>{texts.drive.synced}</dt>
        <dd>{sync.total_files_synced}</dd>
      </div>
      <div>
        <dt>{texts.drive.filesFailed}</dt>
        <dd>{sync.total_files_failed}</dd>
      </div>
      <div>
        <dt>{texts.drive.lastSync}</dt>
        <dd>{sync.last_sync_at ? <RelativeTime value={sync.last_sync_at} /> : texts.drive.never}</dd>
      </div>
      {sync.is_active && sync.next_sync_at && (
        <div>
          <dt>{texts.drive.nextSync}</dt>
          <dd>
            <time dateTime={sync.next_sync_at}>
              {new Date(sync.next_sync_at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </dd>
        </div>
      )}
    </dl>
  );
}
