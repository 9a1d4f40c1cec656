import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useHttp } from '../../../api/ApiContext';
import { unshareCandidate, type Share } from '../../../api/shares';
import { useMutationOnce } from '../../../api/useMutationOnce';
import { useUser } from '../../../session/useUser';
import { texts } from '../../../texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { problemOf } from '../../../ui/problemOf';
import { ShareRow } from './ShareRow';
import { useShares } from './useShares';

/** Who else has this candidate by a share. Those who share nothing and have nothing shared see no empty card. */
export function SharesCard({ candidateId }: { candidateId: string }) {
  const http = useHttp();
  const queries = useQueryClient();
  const { isAdmin } = useUser();
  const { data, error } = useShares(candidateId);
  const [leaving, setLeaving] = useState<Share | null>(null);
  const removal = useMutationOnce({
    mutationFn: (share: Share) => unshareCandidate(http, candidateId, share.recruiter_id),
    onSuccess: async () => {
      setLeaving(null);
      await queries.invalidateQueries({ queryKey: ['shares', candidateId] });
    },
  });
  if (!isAdmin && !data?.length) return null;

  return (
    <section className="card" aria-labelledby="shares-title">
      <h2 id="shares-title">{texts.sharing.shares}</h2>
      {error && !data && (
        <p className="problem" role="alert">
          {texts.sharing.sharesFailed}
        </p>
      )}
      {data?.length === 0 && <p className="card-empty">{texts.sharing.noShares}</p>}
      <ul className="shares">
        {data?.map((share) => (
          <ShareRow key={share.recruiter_id} share={share} onUnshare={isAdmin ? () => setLeaving(share) : undefined} />
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={texts.sharing.unshareTitle(leaving.recruiter_name)}
          hint={texts.sharing.unshareHint}
          confirm={texts.sharing.unshareConfirm}
          busy={removal.isPending}
          problem={problemOf(removal.error)}
          onConfirm={() => removal.mutate(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}
