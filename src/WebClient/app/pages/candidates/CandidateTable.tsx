import { Link } from 'react-router';
import { RelativeTime } from '../../../lib/react';
import type { CandidateSummary } from '../../api/candidates';
import { texts } from '../../texts';
import { Avatar } from '../../ui/Avatar';

const shownSkills = 3;

/** A table on a desk, cards on a phone: the same elements, laid out by the style sheet. */
export function CandidateTable({ candidates, busy }: { candidates: readonly CandidateSummary[]; busy: boolean }) {
  const { columns } = texts.candidates;
  return (
    <div className="table-frame" aria-busy={busy}>
      <table className="records">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.skills}</th>
            <th scope="col">{columns.location}</th>
            <th scope="col">{columns.source}</th>
            <th scope="col">{columns.added}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate) => (
            <CandidateRow key={candidate.candidate_id} candidate={candidate} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CandidateRow({ candidate }: { candidate: CandidateSummary }) {
  const name = candidate.full_name ?? texts.candidates.noName;
  const skills = candidate.top_skills.slice(0, shownSkills);
  const more = candidate.top_skills.length - skills.length;
  const years = candidate.years_of_experience;
  return (
    <tr className="record-row" data-testid="candidate-row">
      <td>
        <div className="record-cell-name">
          <Avatar name={name} />
          <span className="record-name">
            <Link to={`/candidates/${candidate.candidate_id}`}>{name}</Link>
            <span className="record-title">
              {[candidate.title, years !== null && texts.candidates.years(years)].filter(Boolean).join(' · ')}
            </span>
          </span>
        </div>
      </td>
      <td className="record-cell-skills">
        <span className="chips">
          {skills.map((skill) => (
            <span key={skill} className="chip">
              {skill}
            </span>
          ))}
          {more > 0 && (
            <span className="chip" title={candidate.top_skills.slice(shownSkills).join(', ')}>
              {texts.candidates.more(more)}
            </span>
          )}
        </span>
      </td>
      <td className="record-cell-location">{candidate.location}</td>
      <td>
        <span className="chip chip-source" data-source={candidate.source}>
          {texts.sources[candidate.source] ?? candidate.source}
        </span>
      </td>
      <td className="record-cell-added">
        <RelativeTime value={candidate.added_at} />
      </td>
    </tr>
  );
}
