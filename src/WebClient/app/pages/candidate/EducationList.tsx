import type { Education } from '../../api/candidates';
import { texts } from '../../texts';
import { resumeDate } from './resumeDate';

export function EducationList({ education }: { education: readonly Education[] }) {
  return (
    <section className="card" aria-labelledby="education-title">
      <h2 id="education-title">{texts.candidate.education}</h2>
      {education.length === 0 && <p className="card-empty">{texts.candidate.noEducation}</p>}
      <ul className="education">
        {education.map((entry, index) => (
          <li key={index}>
            <p className="timeline-title">{entry.degree ?? entry.institution}</p>
            <p className="timeline-place">
              {[entry.degree && entry.institution, resumeDate(entry.graduation_date)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
