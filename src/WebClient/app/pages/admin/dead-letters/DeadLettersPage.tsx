import { useInfiniteQuery } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useHttp } from '../../../api/ApiContext';
import { listDeadEmails } from '../../../api/adminEmails';
import { texts } from '../../../texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { ErrorState } from '../../../ui/ErrorState';
import { Loading } from '../../../ui/Loading';
import { PageHeader } from '../../../ui/PageHeader';
import { State } from '../../../ui/State';
import { DeadLetterRow } from './DeadLetterRow';
import { useRequeue } from './useRequeue';

const { deadLetters: words } = texts.admin;

export default function DeadLettersPage() {
  const http = useHttp();
  const requeue = useRequeue();
  const [asks, setAsks] = useState(false);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['admin', 'dead-letters'],
    queryFn: ({ pageParam, signal }) => listDeadEmails(http, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    // A list that shrank under the cursor would hide what became of what was just sent again.
    refetchOnWindowFocus: false,
  });
  const emails = data?.pages.flatMap((page) => page.emails) ?? [];
  const open = emails.filter((email) => requeue.latestOf(email).status === 'dead').map(({ id }) => id);
  const failures = emails.filter(({ id }) => requeue.problemOf(id) !== null).length;

  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle}>
        {open.length > 0 && (
          <button type="button" className="button" aria-disabled={requeue.isBusy} onClick={() => requeue.isBusy || setAsks(true)}>
            {words.all(open.length)}
          </button>
        )}
      </PageHeader>
      {error && !data && <ErrorState title={words.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && emails.length === 0 && <State icon={MailCheck} title={words.emptyTitle} hint={words.emptyHint} />}
      {failures > 0 && (
        <p className="problem" role="alert">
          {words.someFailed(failures)}
        </p>
      )}
      {emails.length > 0 && (
        <ul className="dead-letters list-frame" aria-label={words.listLabel}>
          {emails.map((email) => (
            <DeadLetterRow
              key={email.id}
              email={email}
              latest={requeue.latestOf(email)}
              isRequeued={requeue.isRequeued(email.id)}
              isBusy={requeue.isBusy}
              problem={requeue.problemOf(email.id)}
              onRequeue={() => void requeue.run([email.id])}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="button more-button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </button>
      )}
      {asks && (
        <ConfirmDialog
          title={words.allTitle(open.length)}
          hint={words.allHint}
          confirm={words.allConfirm}
          isDangerous={false}
          busy={requeue.isBusy}
          problem={null}
          onConfirm={() => {
            setAsks(false);
            void requeue.run(open);
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
