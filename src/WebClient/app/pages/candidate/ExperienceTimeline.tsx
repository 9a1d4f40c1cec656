import type { Experience } from '../../api/candidates';
import { texts } from '../../texts';
import { period } from './resumeDate';

export function ExperienceTimeline({ experience }: { experience: readonly Experience[] }) {
  return (
    <section className="card" aria-labelledby="experience-title">
      <h2 id="experience-title">{texts.candidate.experience}</h2>
      {experience.length === 0 && <p className="card-empty">{texts.candidate.noExperience}</p>}
      <ol className="timeline">
        {experience.map((position, index) => (
          // Two positions may be alike in every word; their order is all that tells them apart.
          <li key={index} className="timeline-entry" data-current={position.current}>
            <p className="timeline-title">{position.title ?? position.company}</p>
            <p className="timeline-place">
              {[position.title && position.company, position.location].filter(Boolean).join(' · ')}
            </p>
            <p className="timeline-period">{period(position.start_date, position.end_date, position.current)}</p>
            {position.description && <p className="timeline-description">{position.description}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
