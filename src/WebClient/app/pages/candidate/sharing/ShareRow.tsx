import { Check, CheckCheck, Eye, Send, X } from 'lucide-react';
import { RelativeTime } from '../../../../lib/react';
import type { Share } from '../../../api/shares';
import { texts } from '../../../texts';
import { Avatar } from '../../../ui/Avatar';

export function ShareRow({ share, onUnshare }: { share: Share; onUnshare?: () => void }) {
  const { recruiter_name: name, shared_by: by, share_reason: reason, share_notes: notes } = share;
  const { kind, at, icon: Icon } = furthest(share);
  return (
    <li className="share" data-testid="share">
      <Avatar name={name} size="small" />
      <div className="share-body">
        <p className="share-name">
          {name} <span>{texts.sharing.by(by)}</span>
        </p>
        {reason && <p className="share-reason">{reason}</p>}
        {notes && <p className="share-notes">{notes}</p>}
        <p className="share-receipt" data-kind={kind}>
          <Icon size={13} aria-hidden="true" />
          {texts.sharing.receipts[kind]} <RelativeTime value={at} />
        </p>
      </div>
      {onUnshare && (
        <button type="button" className="icon-button" aria-label={texts.sharing.unshare(name)} onClick={onUnshare}>
          <X size={16} />
        </button>
      )}
    </li>
  );
}

/** How far the news of it has come. */
function furthest({ read_at, seen_at, delivered_at, shared_at }: Share) {
  if (read_at) return { kind: 'read', at: read_at, icon: CheckCheck } as const;
  if (seen_at) return { kind: 'seen', at: seen_at, icon: Eye } as const;
  if (delivered_at) return { kind: 'delivered', at: delivered_at, icon: Check } as const;
  return { kind: 'sent', at: shared_at, icon: Send } as const;
}
