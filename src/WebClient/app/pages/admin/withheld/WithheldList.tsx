import { useInfiniteQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useHttp } from '../../../api/ApiContext';
import { listWithheld } from '../../../api/adminDecisions';
import { texts } from '../../../texts';
import { ErrorState } from '../../../ui/ErrorState';
import { Loading } from '../../../ui/Loading';
import { State } from '../../../ui/State';
import { WithheldRow } from './WithheldRow';

const { withheld: words } = texts.admin;

/** What never came into one user's feed, newest first. */
export function WithheldList({ userId }: { userId: string }) {
  const http = useHttp();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['admin', 'withheld', userId],
    queryFn: ({ pageParam, signal }) => listWithheld(http, userId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
  if (error && !data) return <ErrorState title={words.failed} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const all = data.pages.flatMap((page) => page.decisions);
  if (all.length === 0) return <State icon={BellRing} title={words.emptyTitle} hint={words.emptyHint} />;
  return (
    <div>
      <ul className="dead-letters list-frame" aria-label={words.listLabel}>
        {all.map((one) => (
          <WithheldRow key={one.id} withheld={one} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button more-button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </button>
      )}
    </div>
  );
}
