import { useInfiniteQuery } from '@tanstack/react-query';
import { useHttp } from '../../api/ApiContext';
import { listFiles } from '../../api/drive';
import { texts } from '../../texts';
import { Loading } from '../../ui/Loading';
import { problemOf } from '../../ui/problemOf';

/** What was found in a folder, the latest first, and what became of it. */
export function SyncFiles({ syncId }: { syncId: string }) {
  const http = useHttp();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['drive', 'files', syncId],
    queryFn: ({ pageParam, signal }) => listFiles(http, syncId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
  if (error && !data) {
    return (
      <p className="problem" role="alert">
        {problemOf(error)}
      </p>
    );
  }
  if (!data) return <Loading />;
  const files = data.pages.flatMap((page) => page.files);
  return (
    <>
      {files.length === 0 && <p className="card-empty">{texts.drive.noFiles}</p>}
      <ul className="sync-files" aria-label={texts.drive.files}>
        {files.map((file, index) => (
          // A file comes again with each revision.
          <li key={index}>
            <span className="sync-file-name">
              {file.filename}
              {file.reason && <small>{file.reason}</small>}
            </span>
            <span className="chip" data-outcome={file.outcome}>
              {texts.drive.outcomes[file.outcome]}
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button button-small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {texts.drive.moreFiles}
        </button>
      )}
    </>
  );
}
