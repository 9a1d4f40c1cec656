import type { Job } from '../../api/jobs';
import { texts } from '../../texts';

export function JobFacts({ job }: { job: Job }) {
  const { one, educations } = texts.jobs;
  return (
    <section className="card job-facts" aria-labelledby="job-about">
      <h2 id="job-about">{one.about}</h2>
      <dl className="facts">
        <Fact term={one.location}>{job.location ?? one.anywhere}</Fact>
        <Fact term={one.experience}>{one.years(job.years_of_experience)}</Fact>
        <Fact term={one.education}>{educations[job.education]}</Fact>
      </dl>
      <Skills title={one.required} skills={job.required_skills} />
      <Skills title={one.preferred} skills={job.preferred_skills} />
      {job.description ? (
        <p className="job-description">{job.description}</p>
      ) : (
        <p className="card-empty">{one.noDescription}</p>
      )}
    </section>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Skills({ title, skills }: { title: string; skills: readonly string[] }) {
  return (
    <div className="skill-group">
      <h3>{title}</h3>
      {skills.length === 0 ? (
        <p className="card-empty">{texts.jobs.one.noSkills}</p>
      ) : (
        <ul className="chips">
          {skills.map((skill) => (
            <li key={skill} className="chip">
              {skill}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
