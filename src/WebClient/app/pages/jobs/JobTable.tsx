import { Link } from 'react-router';
import { RelativeTime } from '../../../lib/react';
import type { Job } from '../../api/jobs';
import { texts } from '../../texts';

const shownSkills = 3;

export function JobTable({ jobs, busy }: { jobs: readonly Job[]; busy: boolean }) {
  const { columns } = texts.jobs;
  return (
    <div className="table-frame" aria-busy={busy}>
      <table className="records">
        <thead>
          <tr>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.skills}</th>
            <th scope="col">{columns.location}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.added}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <JobRow key={job.job_id} job={job} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function JobRow({ job }: { job: Job }) {
  const more = job.required_skills.slice(shownSkills);
  return (
    <tr className="record-row" data-testid="job-row">
      <td>
        <span className="record-name">
          <Link to={`/jobs/${job.job_id}`}>{job.title}</Link>
          <span className="record-title">{job.company_name}</span>
        </span>
      </td>
      <td className="record-cell-skills">
        <span className="chips">
          {job.required_skills.slice(0, shownSkills).map((skill) => (
            <span key={skill} className="chip">
              {skill}
            </span>
          ))}
          {more.length > 0 && (
            <span className="chip" title={more.join(', ')}>
              {texts.candidates.more(more.length)}
            </span>
          )}
        </span>
      </td>
      <td className="record-cell-location">{job.location}</td>
      <td>
        <span className="chip" data-status={job.status}>
          {texts.jobs.statuses[job.status]}
        </span>
      </td>
      <td className="record-cell-added">
        <RelativeTime value={job.created_at} />
      </td>
    </tr>
  );
}
