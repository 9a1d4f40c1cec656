import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { BriefcaseBusiness, Plus, SearchX } from 'lucide-react';
import { Link } from 'react-router';
import { useHttp } from '../../api/ApiContext';
import { listJobs } from '../../api/jobs';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { Pager } from '../../ui/Pager';
import { SearchField } from '../../ui/SearchField';
import { Select } from '../../ui/Select';
import { State } from '../../ui/State';
import { useListAddress } from '../../ui/useListAddress';
import { JobTable } from './JobTable';

const pageSize = 25;

export default function JobsPage() {
  const http = useHttp();
  const { value, page, set } = useListAddress();
  const query = { search: value('search'), status: value('status'), skip: (page - 1) * pageSize, limit: pageSize };
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['jobs', query],
    queryFn: ({ signal }) => listJobs(http, query, signal),
    placeholderData: keepPreviousData,
  });
  const isFiltered = query.search !== '' || query.status !== '';

  return (
    <div className="page">
      <PageHeader title={texts.jobs.title} subtitle={data && texts.jobs.count(data.total)}>
        <div role="search" className="filters">
          <SearchField
            label={texts.jobs.search}
            placeholder={texts.jobs.searchPlaceholder}
            value={query.search}
            onSearch={(search) => set({ search })}
          />
          <Select label={texts.jobs.status} value={query.status} onChange={(status) => set({ status })}>
            <option value="">{texts.jobs.anyStatus}</option>
            <option value="open">{texts.jobs.statuses.open}</option>
            <option value="closed">{texts.jobs.statuses.closed}</option>
          </Select>
          <Link className="button button-primary" to="/jobs/new">
            <Plus size={15} aria-hidden="true" />
            {texts.jobs.post}
          </Link>
        </div>
      </PageHeader>
      {error && !data && <ErrorState title={texts.jobs.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && data.jobs.length > 0 && (
        <>
          <JobTable jobs={data.jobs} busy={isPlaceholderData} />
          <Pager page={page} pageSize={pageSize} total={data.total} onPage={(next) => set({ page: next })} />
        </>
      )}
      {data?.jobs.length === 0 && isFiltered && (
        <State icon={SearchX} title={texts.jobs.nothingFoundTitle} hint={texts.candidates.nothingFoundHint}>
          <button type="button" className="button" onClick={() => set({ search: '', status: '' })}>
            {texts.candidates.clear}
          </button>
        </State>
      )}
      {data?.jobs.length === 0 && !isFiltered && (
        <State icon={BriefcaseBusiness} title={texts.jobs.emptyTitle} hint={texts.jobs.emptyHint} />
      )}
    </div>
  );
}
