import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useHttp } from '../../api/ApiContext';
import { postJob, type JobFields } from '../../api/jobs';
import { useMutationOnce } from '../../api/useMutationOnce';
import { texts } from '../../texts';
import { PageHeader } from '../../ui/PageHeader';
import { JobForm } from './JobForm';

const blank: JobFields = {
  title: '',
  company_name: '',
  location: '',
  description: '',
  required_skills: [],
  preferred_skills: [],
  years_of_experience: 0,
  education: 'none',
};

export default function PostJobPage() {
  const http = useHttp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const posting = useMutationOnce({
    mutationFn: (fields: JobFields) => postJob(http, fields),
    onSuccess: (job) => {
      queries.setQueryData(['job', job.job_id], job);
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      void navigate(`/jobs/${job.job_id}`, { replace: true });
    },
  });
  return (
    <div className="page page-narrow">
      <PageHeader title={texts.jobs.form.postTitle} subtitle={texts.jobs.emptyHint} />
      <JobForm
        initial={blank}
        submitLabel={texts.jobs.form.post}
        busy={posting.isPending}
        error={posting.error}
        cancelPath="/jobs"
        onSubmit={(fields) => posting.mutate(fields)}
      />
    </div>
  );
}
