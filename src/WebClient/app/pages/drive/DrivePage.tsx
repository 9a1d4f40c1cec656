import { useQuery } from '@tanstack/react-query';
import { CloudOff, Lock } from 'lucide-react';
import { Link } from 'react-router';
import { ApiError } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { getDriveStatus } from '../../api/drive';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { State } from '../../ui/State';
import { AddFolderForm } from './AddFolderForm';
import { ConnectCard } from './ConnectCard';
import { ConnectedAccount } from './ConnectedAccount';
import { SyncList } from './SyncList';

export default function DrivePage() {
  const http = useHttp();
  const { data, error, refetch } = useQuery({
    queryKey: ['drive', 'status'],
    queryFn: ({ signal }) => getDriveStatus(http, signal),
    // A server without Google Drive answers 503, and will do so again.
    retry: false,
  });

  if (error instanceof ApiError && error.status === 503) {
    return (
      <State isPage icon={CloudOff} title={texts.drive.unavailableTitle} hint={texts.drive.unavailableHint}>
        <Link className="button" to="/upload">
          {texts.candidates.emptyAction}
        </Link>
      </State>
    );
  }
  if (error instanceof ApiError && error.status === 403) {
    return <State isPage icon={Lock} title={texts.drive.forbiddenTitle} hint={error.detail} />;
  }
  if (error && !data) return <ErrorState title={texts.drive.failed} error={error} isPage onRetry={() => void refetch()} />;
  if (!data) return <Loading />;

  return (
    <div className="page page-narrow drive">
      <PageHeader title={texts.drive.title} subtitle={texts.drive.subtitle} />
      {data.connected ? <ConnectedAccount status={data} /> : <ConnectCard />}
      <SyncList isConnected={data.connected} />
      {data.connected && <AddFolderForm />}
    </div>
  );
}
