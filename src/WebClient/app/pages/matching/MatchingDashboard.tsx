import { BriefcaseBusiness } from 'lucide-react';
import { Link } from 'react-router';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { State } from '../../ui/State';
import { useListAddress } from '../../ui/useListAddress';
import { JobsOverview } from './JobsOverview';
import { JobSelect } from './JobSelect';
import { MatchAlerts } from './MatchAlerts';
import { NewestMatches } from './NewestMatches';
import { OverviewFigures } from './OverviewFigures';
import { ScoresCard } from './ScoresCard';
import { useMatchingOverview } from './useMatchingOverview';

/** What a recruiter wants to see in the morning. */
export function MatchingDashboard() {
  const { value, set } = useListAddress();
  const jobId = value('job');
  const { all, chosen } = useMatchingOverview(jobId);
  const { data, error, isPlaceholderData, refetch } = chosen;
  const { overview } = texts.match;

  return (
    <div className="page">
      <PageHeader title={overview.title} subtitle={all && overview.subtitle(all.total_jobs)}>
        {all && <JobSelect jobs={all.jobs} chosen={jobId === '' ? undefined : data?.jobs[0]} jobId={jobId} onChoose={(job) => set({ job })} />}
      </PageHeader>
      <MatchAlerts />
      {error && !data && (
        <>
          <ErrorState title={overview.failed} error={error} onRetry={() => void refetch()} />
          {jobId !== '' && (
            <p className="overview-back">
              <Link to="/matching">{overview.showAll}</Link>
            </p>
          )}
        </>
      )}
      {!error && !data && <Loading />}
      {data && data.total_jobs === 0 && (
        <State icon={BriefcaseBusiness} title={overview.noJobsTitle} hint={overview.noJobsHint}>
          <Link className="button button-primary" to="/jobs/new">
            {texts.jobs.post}
          </Link>
        </State>
      )}
      {data && data.total_jobs > 0 && (
        <div className="overview" aria-busy={isPlaceholderData}>
          <OverviewFigures figures={data} />
          <div className="overview-columns">
            <div className="overview-main">
              <ScoresCard overview={data} />
              {all && all.jobs.length > 0 && <JobsOverview jobs={all.jobs} total={all.total_jobs} />}
            </div>
            <NewestMatches matches={data.newest_high_matches} />
          </div>
        </div>
      )}
    </div>
  );
}
