import type { Skill } from '../../api/candidates';
import { texts } from '../../texts';

export function SkillGroups({ skills }: { skills: readonly Skill[] }) {
  const groups = new Map<string, Skill[]>();
  for (const skill of skills) {
    const category = skill.category ?? texts.candidate.otherSkills;
    groups.set(category, [...(groups.get(category) ?? []), skill]);
  }
  return (
    <section className="card" aria-labelledby="skills-title">
      <h2 id="skills-title">{texts.candidate.skills}</h2>
      {skills.length === 0 && <p className="card-empty">{texts.candidate.noSkills}</p>}
      {[...groups].map(([category, members]) => (
        <div key={category} className="skill-group">
          <h3>{category}</h3>
          <ul className="chips">
            {members.map(({ name, proficiency }) => (
              <li key={name} className="chip" data-proficiency={proficiency}>
                {name}
                {proficiency && <span className="chip-note">{proficiency}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
