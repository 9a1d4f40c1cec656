import { ArrowLeft } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { RelativeTime } from '../../../lib/react';
import { texts } from '../../texts';
import { PageHeader } from '../../ui/PageHeader';
import { JobActions } from './JobActions';
import { JobFacts } from './JobFacts';
import { JobLoad } from './JobLoad';
import { JobMatches } from './JobMatches';

export default function JobPage() {
  const { id = '' } = useParams();
  return (
    <JobLoad id={id}>
      {(job) => (
        <div className="page">
          <Link className="back-link" to="/jobs">
            <ArrowLeft size={15} aria-hidden="true" />
            {texts.jobs.one.back}
          </Link>
          <PageHeader
            title={job.title}
            subtitle={
              <>
                {job.company_name} ·{' '}
                <span className="chip" data-status={job.status}>
                  {texts.jobs.statuses[job.status]}
                </span>{' '}
                · {texts.jobs.one.posted} <RelativeTime value={job.created_at} />
              </>
            }
          >
            <JobActions job={job} />
          </PageHeader>
          <div className="candidate-columns">
            <div className="candidate-main">
              <JobMatches jobId={job.job_id} />
            </div>
            <div className="candidate-side">
              <JobFacts job={job} />
            </div>
          </div>
        </div>
      )}
    </JobLoad>
  );
}
