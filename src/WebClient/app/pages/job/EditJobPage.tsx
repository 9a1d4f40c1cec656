import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { useHttp } from '../../api/ApiContext';
import { changeJob, type Job, type JobFields } from '../../api/jobs';
import { useMutationOnce } from '../../api/useMutationOnce';
import { texts } from '../../texts';
import { PageHeader } from '../../ui/PageHeader';
import { JobForm } from './JobForm';
import { JobLoad } from './JobLoad';

export default function EditJobPage() {
  const { id = '' } = useParams();
  return <JobLoad id={id}>{(job) => <EditJob job={job} />}</JobLoad>;
}

function EditJob({ job }: { job: Job }) {
  const http = useHttp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = `/jobs/${job.job_id}`;
  const saving = useMutationOnce({
    mutationFn: (fields: JobFields) => changeJob(http, job.job_id, fields),
    onSuccess: (changed) => {
      queries.setQueryData(['job', job.job_id], changed);
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      void queries.invalidateQueries({ queryKey: ['job-matches', job.job_id] });
      void navigate(path, { replace: true });
    },
  });
  const { title, company_name, location, description } = job;
  const { required_skills, preferred_skills, years_of_experience, education } = job;
  return (
    <div className="page page-narrow">
      <PageHeader title={texts.jobs.form.editTitle} subtitle={`${title} · ${company_name}`} />
      <JobForm
        // An empty text takes away what was there, where null would leave it.
        initial={{
          title,
          company_name,
          location: location ?? '',
          description: description ?? '',
          required_skills,
          preferred_skills,
          years_of_experience,
          education,
        }}
        submitLabel={texts.jobs.form.save}
        busy={saving.isPending}
        error={saving.error}
        cancelPath={path}
        onSubmit={(fields) => saving.mutate(fields)}
      />
    </div>
  );
}
