import { Link } from 'react-router';
import type { JobOverview } from '../../api/matching';
import { texts } from '../../texts';
import { ScoreBadge } from '../../ui/ScoreBadge';

/** The open jobs and how many candidates fit each, what is most worth a look first. */
export function JobsOverview({ jobs, total }: { jobs: readonly JobOverview[]; total: number }) {
  const { overview } = texts.match;
  const { columns } = overview;
  return (
    <section aria-labelledby="overview-jobs">
      <div className="section-header">
        <h2 id="overview-jobs">{overview.jobs}</h2>
        {total > jobs.length && <span className="section-note">{overview.someJobs(jobs.length, total)}</span>}
      </div>
      <div className="table-frame">
        <table className="records overview-jobs">
          <thead>
            <tr>
              <th scope="col">{columns.job}</th>
              <th scope="col">{columns.high}</th>
              <th scope="col">{columns.medium}</th>
              <th scope="col">{columns.total}</th>
              <th scope="col">{columns.top}</th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <JobRow key={job.job_id} job={job} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function JobRow({ job }: { job: JobOverview }) {
  const { overview } = texts.match;
  const { columns } = overview;
  return (
    <tr className="record-row" data-testid="overview-job">
      <td>
        <span className="record-name">
          <Link to={`/jobs/${job.job_id}`}>{job.job_title}</Link>
          <span className="record-title">{job.company_name}</span>
        </span>
      </td>
      <td className="overview-count" data-label={columns.high}>
        {job.high_matches}
        {job.new_high_matches > 0 && <span className="chip chip-new">{overview.isNew(job.new_high_matches)}</span>}
      </td>
      <td className="overview-count" data-label={columns.medium}>
        {job.medium_matches}
      </td>
      <td className="overview-count" data-label={columns.total}>
        {job.total_matches}
      </td>
      <td className="overview-top" data-label={columns.top}>
        {job.total_matches > 0 ? <ScoreBadge score={job.top_match_score} /> : overview.none}
      </td>
    </tr>
  );
}
