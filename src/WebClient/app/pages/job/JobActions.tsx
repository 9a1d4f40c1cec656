import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useHttp } from '../../api/ApiContext';
import { changeJob, deleteJob, type Job } from '../../api/jobs';
import { useMutationOnce } from '../../api/useMutationOnce';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { problemOf } from '../../ui/problemOf';

/** For whoever posted the job, and admins. */
export function JobActions({ job }: { job: Job }) {
  const http = useHttp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const user = useUser();
  const [asks, setAsks] = useState(false);
  const status = useMutationOnce({
    mutationFn: () => changeJob(http, job.job_id, { status: job.status === 'open' ? 'closed' : 'open' }),
    onSuccess: (changed) => {
      queries.setQueryData(['job', job.job_id], changed);
      void queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
  const removal = useMutationOnce({
    mutationFn: () => deleteJob(http, job.job_id),
    onSuccess: async () => {
      await navigate('/jobs', { replace: true });
      queries.removeQueries({ queryKey: ['job', job.job_id] });
      await queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
  if (!user.isAdmin && user.sub !== job.posted_by) return null;

  const problem = problemOf(status.error);
  return (
    <div className="job-actions">
      <Link className="button" to={`/jobs/${job.job_id}/edit`}>
        <Pencil size={14} aria-hidden="true" />
        {texts.jobs.one.edit}
      </Link>
      <button type="button" className="button" disabled={status.isPending} onClick={() => status.mutate()}>
        {job.status === 'open' ? texts.jobs.one.close : texts.jobs.one.reopen}
      </button>
      <button type="button" className="button" onClick={() => setAsks(true)}>
        <Trash2 size={14} aria-hidden="true" />
        {texts.jobs.one.remove}
      </button>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {asks && (
        <ConfirmDialog
          title={texts.jobs.one.removeTitle(job.title)}
          hint={texts.jobs.one.removeHint}
          confirm={texts.jobs.one.removeConfirm}
          busy={removal.isPending}
          problem={problemOf(removal.error)}
          onConfirm={() => removal.mutate()}
          onClose={() => setAsks(false)}
        />
      )}
    </div>
  );
}
