import { Eye } from 'lucide-react';
import { useHotGigs, usePresence } from '../../../lib/react';
import type { CandidateProfile } from '../../api/candidates';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { Avatar } from '../../ui/Avatar';

const shownNames = 3;

/** Who else is looking at the same candidate now. */
export function OthersHere({ candidate }: { candidate: CandidateProfile }) {
  const { client } = useHotGigs();
  const { recruits } = useUser();
  const others = usePresence(`candidate:${candidate.candidate_id}`).filter(
    // The candidate, too, may look at their own profile: that is no colleague at work on it.
    ({ user_id, status }) => status === 'online' && user_id !== client.userId && user_id !== candidate.user_id,
  );
  const names = others.map(({ name }) => name).filter((name) => typeof name === 'string');
  return (
    <span className="others-here" role="status">
      {others.length > 0 && (
        <>
          {names.length > 0 ? (
            <span className="avatar-stack">
              {names.slice(0, shownNames).map((name, index) => (
                <Avatar key={index} name={name} size="tiny" />
              ))}
            </span>
          ) : (
            <Eye size={15} aria-hidden="true" />
          )}
          {recruits ? sentence(names, others.length) : texts.candidate.someoneAtYou}
        </>
      )}
    </span>
  );
}

function sentence(names: readonly string[], count: number): string {
  if (names.length === 0) return texts.candidate.othersHere(count);
  const shown = count > shownNames ? names.slice(0, shownNames - 1) : names;
  const rest = count - shown.length;
  const list = new Intl.ListFormat('en-GB').format(rest > 0 ? [...shown, texts.candidate.others(rest)] : shown);
  return texts.candidate.othersNamedHere(list, count);
}
