import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { texts } from '../../../texts';
import { ShareDialog } from './ShareDialog';
import { useShares } from './useShares';

/** For admins. */
export function ShareButton({ candidateId, name }: { candidateId: string; name: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useShares(candidateId);
  return (
    <>
      <button type="button" className="button" onClick={() => setIsOpen(true)}>
        <Share2 size={15} aria-hidden="true" />
        {texts.sharing.share}
      </button>
      {isOpen && <ShareDialog candidateId={candidateId} name={name} shares={data ?? []} onClose={() => setIsOpen(false)} />}
    </>
  );
}
