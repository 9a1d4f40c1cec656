import { useQuery } from '@tanstack/react-query';
import { useHttp } from '../../../api/ApiContext';
import { getAdminStatus } from '../../../api/admin';
import { texts } from '../../../texts';
import { ErrorState } from '../../../ui/ErrorState';
import { Loading } from '../../../ui/Loading';
import { PageHeader } from '../../../ui/PageHeader';
import { ClosedCard } from './ClosedCard';
import { HistoryCharts } from './HistoryCharts';
import { NodeFigures } from './NodeFigures';
import { QueueCards } from './QueueCards';
import { RoomsCard } from './RoomsCard';

const refreshMs = 5_000;
const { status: words } = texts.admin;

export default function StatusPage() {
  const http = useHttp();
  const { data: status, error, refetch } = useQuery({
    queryKey: ['admin', 'status'],
    queryFn: ({ signal }) => getAdminStatus(http, signal),
    refetchInterval: refreshMs,
  });
  if (error && !status) return <ErrorState title={words.failed} error={error} isPage onRetry={() => void refetch()} />;
  if (!status) return <Loading />;
  const { node } = status;

  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle(node.id, words.uptime(node.uptime))} />
      {error && (
        <p className="problem" role="alert">
          {words.stale}
        </p>
      )}
      {node.draining && <p className="notice">{words.draining}</p>}
      <NodeFigures status={status} />
      <HistoryCharts samples={status.samples} />
      <QueueCards status={status} />
      <div className="admin-columns">
        <RoomsCard rooms={status.rooms} />
        <ClosedCard closed={node.closed} />
      </div>
    </>
  );
}
