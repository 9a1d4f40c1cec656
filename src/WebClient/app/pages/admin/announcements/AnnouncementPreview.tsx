import { useState } from 'react';
import { NotificationItem } from '../../../../lib/react';
import type { Announcement } from '../../../api/admin';
import { RoomMessageCard } from '../../../shell/RoomMessageCard';
import { texts } from '../../../texts';

const { announcements: words } = texts.admin;
const nothing = () => undefined;

/** How it will look to those who get it: drawn by what draws it there, and inert. */
export function AnnouncementPreview({ draft }: { draft: Announcement }) {
  const [now] = useState(() => new Date().toISOString());
  const title = draft.title || words.previewTitle;
  const message = draft.message || words.previewMessage;
  const action_url = draft.action_url || null;
  return (
    <section className="announcement-preview" aria-labelledby="preview">
      <h2 id="preview">{words.preview}</h2>
      <div inert data-testid="preview">
        {draft.persist ? (
          <div className="hg-items list-frame">
            <NotificationItem
              notification={{
                id: 'preview',
                type: 'system_announcement',
                title,
                message,
                action_url,
                data: {},
                is_read: false,
                is_seen: true,
                is_archived: false,
                created_at: now,
                seq: 0,
                changed_seq: 0,
                channels: ['in_app'],
              }}
              onOpen={nothing}
              onToggleRead={nothing}
              onToggleArchived={nothing}
              onRemove={nothing}
            />
          </div>
        ) : (
          <RoomMessageCard message={{ title, message, action_url }} onDismiss={nothing} />
        )}
      </div>
    </section>
  );
}
