import { useQuery } from '@tanstack/react-query';
import { useHttp } from '../../../api/ApiContext';
import { getLiveStatus } from '../../../api/admin';
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
  const { data, error, refetch } = useQuery({
    queryKey: ['admin', 'status'],
    queryFn: ({ signal }) => getLiveStatus(http, signal),
    refetchInterval: refreshMs,
  });
  if (error && !data) return <ErrorState title={words.failed} error={error} isPage onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { status, node } = data;

  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle(node.node.id, words.uptime(node.node.uptime))} />
      {error && (
        <p className="problem" role="alert">
          {words.stale}
        </p>
      )}
      {node.node.draining && <p className="notice">{words.draining}</p>}
      <NodeFigures node={node} />
      <HistoryCharts samples={status.samples} />
      <QueueCards status={status} />
      <div className="admin-columns">
        <RoomsCard rooms={node.rooms} />
        <ClosedCard closed={node.node.closed} />
      </div>
    </>
  );
}
