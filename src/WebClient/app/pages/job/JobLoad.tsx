import { BriefcaseBusiness, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ApiError } from '../../../lib/react';
import type { Job } from '../../api/jobs';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { State } from '../../ui/State';
import { useJob } from './useJob';

/** A job, or why there is none to show. */
export function JobLoad({ id, children }: { id: string; children: (job: Job) => ReactNode }) {
  const { data: job, error, refetch } = useJob(id);
  if (error instanceof ApiError && (error.status === 404 || error.status === 403)) {
    const isForbidden = error.status === 403;
    return (
      <State
        isPage
        icon={isForbidden ? Lock : BriefcaseBusiness}
        title={isForbidden ? texts.jobs.one.forbiddenTitle : texts.jobs.one.notFoundTitle}
        hint={isForbidden ? error.detail : texts.jobs.one.notFoundHint}
      >
        {!isForbidden && (
          <Link className="button" to="/jobs">
            {texts.jobs.one.back}
          </Link>
        )}
      </State>
    );
  }
  if (error && !job) {
    return <ErrorState title={texts.jobs.one.failed} error={error} isPage onRetry={() => void refetch()} />;
  }
  return job ? children(job) : <Loading />;
}
