import { SearchX, UsersRound } from 'lucide-react';
import { Link } from 'react-router';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { Pager } from '../../ui/Pager';
import { State } from '../../ui/State';
import { useListAddress } from '../../ui/useListAddress';
import { BatchPanel } from '../upload/BatchPanel';
import { CandidateFilters } from './CandidateFilters';
import { CandidateTable } from './CandidateTable';
import { useCandidates } from './useCandidates';

const pageSize = 25;

export default function CandidatesPage() {
  const { value, page, set } = useListAddress();
  const search = value('search');
  const source = value('source');
  const { data, error, isPlaceholderData, refetch } = useCandidates({
    search,
    source,
    skip: (page - 1) * pageSize,
    limit: pageSize,
  });
  const isFiltered = search !== '' || source !== '';

  return (
    <div className="page">
      <PageHeader title={texts.candidates.title} subtitle={data && texts.candidates.count(data.total)}>
        <CandidateFilters search={search} source={source} onChange={set} />
      </PageHeader>
      {value('batch') !== '' && <BatchPanel batchId={value('batch')} onDismiss={() => set({ batch: '', page })} />}
      {error && !data && (
        <ErrorState title={texts.candidates.failed} error={error} onRetry={() => void refetch()} />
      )}
      {!error && !data && <Loading />}
      {data && data.candidates.length > 0 && (
        <>
          <CandidateTable candidates={data.candidates} busy={isPlaceholderData} />
          <Pager page={page} pageSize={pageSize} total={data.total} onPage={(next) => set({ page: next })} />
        </>
      )}
      {data && data.candidates.length === 0 && isFiltered && (
        <State icon={SearchX} title={texts.candidates.nothingFoundTitle} hint={texts.candidates.nothingFoundHint}>
          <button type="button" className="button" onClick={() => set({ search: '', source: '' })}>
            {texts.candidates.clear}
          </button>
        </State>
      )}
      {data && data.candidates.length === 0 && !isFiltered && (
        <State icon={UsersRound} title={texts.candidates.emptyTitle} hint={texts.candidates.emptyHint}>
          <Link className="button button-primary" to="/upload">
            {texts.candidates.emptyAction}
          </Link>
        </State>
      )}
    </div>
  );
}
