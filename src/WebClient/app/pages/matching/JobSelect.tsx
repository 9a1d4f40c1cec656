import type { JobOverview } from '../../api/matching';
import { texts } from '../../texts';
import { Select } from '../../ui/Select';

interface JobSelectProps {
  jobs: readonly JobOverview[];
  /** Of the address; it may be closed, or one of many that are not listed. */
  chosen: JobOverview | undefined;
  jobId: string;
  onChoose: (jobId: string) => void;
}

export function JobSelect({ jobs, chosen, jobId, onChoose }: JobSelectProps) {
  const isListed = jobId === '' || jobs.some((job) => job.job_id === jobId);
  return (
    <Select label={texts.match.overview.job} value={jobId} onChange={onChoose}>
      <option value="">{texts.match.overview.allJobs}</option>
      {!isListed && chosen?.job_id === jobId && <JobOption job={chosen} />}
      {jobs.map((job) => (
        <JobOption key={job.job_id} job={job} />
      ))}
    </Select>
  );
}

function JobOption({ job }: { job: JobOverview }) {
  return (
    <option value={job.job_id}>
      {job.job_title} · {job.company_name}
    </option>
  );
}
