import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useArrivals } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { listSyncs } from '../../api/drive';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { SyncCard } from './SyncCard';

/** The user's folders; the one a notification leads to stands out. */
export function SyncList({ isConnected }: { isConnected: boolean }) {
  const http = useHttp();
  const queries = useQueryClient();
  const [parameters] = useSearchParams();
  useArrivals((arrived) => {
    // A sync that is over, or was switched off, which is announced.
    if (arrived.some((n) => n.type === 'google_drive_sync_completed' || n.type === 'system_announcement')) {
      void queries.invalidateQueries({ queryKey: ['drive'] });
    }
  });
  const { data, error, refetch } = useQuery({
    queryKey: ['drive', 'syncs'],
    queryFn: ({ signal }) => listSyncs(http, signal),
  });
  if (error && !data) return <ErrorState title={texts.drive.foldersFailed} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.length === 0 && !isConnected) return null;

  return (
    <section className="drive-syncs" aria-labelledby="drive-folders">
      <h2 id="drive-folders">{texts.drive.folders}</h2>
      {data.length === 0 && <p className="upload-empty">{texts.drive.noFolders}</p>}
      {data.map((sync) => (
        <SyncCard key={sync.id} sync={sync} isConnected={isConnected} isHighlighted={parameters.get('sync') === sync.id} />
      ))}
    </section>
  );
}
