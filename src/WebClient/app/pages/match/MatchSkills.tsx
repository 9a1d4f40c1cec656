import { Check, Minus } from 'lucide-react';
import type { Match } from '../../api/matching';
import { texts } from '../../texts';

export function MatchSkills({ match }: { match: Match }) {
  return (
    <div className="match-sides">
      <SkillCard id="matching" title={texts.match.matching} skills={match.matching_skills} empty={texts.match.noneMatching} />
      <SkillCard id="missing" title={texts.match.missing} skills={match.missing_skills} empty={texts.match.noneMissing} />
    </div>
  );
}

interface SkillCardProps {
  id: 'matching' | 'missing';
  title: string;
  skills: readonly string[];
  empty: string;
}

function SkillCard({ id, title, skills, empty }: SkillCardProps) {
  const Icon = id === 'matching' ? Check : Minus;
  return (
    <section className="card" aria-labelledby={`skills-${id}`}>
      <h2 id={`skills-${id}`}>{title}</h2>
      {skills.length === 0 && <p className="card-empty">{empty}</p>}
      <ul className="chips">
        {skills.map((skill) => (
          <li key={skill} className="chip" data-skill={id}>
            <Icon size={12} aria-hidden="true" />
            {skill}
          </li>
        ))}
      </ul>
    </section>
  );
}
