import { Eye } from 'lucide-react';
import { useHotGigs, usePresence } from '../../../lib/react';
import { texts } from '../../texts';

/** How many other people are looking at the same candidate now. */
export function OthersHere({ candidateId }: { candidateId: string }) {
  const { client } = useHotGigs();
  const others = usePresence(`candidate:${candidateId}`).filter(
    ({ user_id, status }) => status === 'online' && user_id !== client.userId,
  ).length;
  return (
    <span role="status">
      {others > 0 && (
        <>
          <Eye size={15} aria-hidden="true" />
          {texts.candidate.othersHere(others)}
        </>
      )}
    </span>
  );
}
