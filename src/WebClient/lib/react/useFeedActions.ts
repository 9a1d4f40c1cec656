import { useMemo } from 'react';
import type { Notification } from '../client/notification';
import { useHotGigs } from './HotGigsProvider';
import { useAction } from './useAction';
import { useUndo, type Undoable } from './useUndo';

export interface FeedActions {
  /** What went wrong last, in words; null once dismissed. */
  problem: string | null;
  dismissProblem: () => void;
  /** What was done last and can be taken back, for as long as that is offered. */
  undoable: Undoable | null;
  undo: () => void;
  markRead: (notifications: readonly Notification[]) => void;
  toggleRead: (notification: Notification) => void;
  markAllRead: (type?: string) => void;
  toggleArchived: (notification: Notification) => void;
  remove: (notification: Notification) => void;
}

/** What a user does to notifications: at once on screen, in words when it fails, and with a way back. */
export function useFeedActions(): FeedActions {
  const { client, texts } = useHotGigs();
  const { problem, run, dismiss } = useAction();
  const { undoable, offer, withdraw } = useUndo();

  return useMemo(() => {
    const runUndoable = (what: string, action: () => Promise<unknown>, takeBack: () => Promise<void>) => {
      const offered = offer({ what, takeBack });
      // What was refused was taken back already.
      void run(() =>
        action().catch((error: unknown) => {
          withdraw(offered);
          throw error;
        }),
      );
    };
    return {
      problem,
      dismissProblem: dismiss,
      undoable,
      undo: () => {
        withdraw();
        if (undoable) void run(undoable.takeBack);
      },
      markRead: (notifications) => {
        const unread = notifications.filter((n) => !n.is_read).map((n) => n.id);
        if (unread.length === 1) void run(() => client.markRead(unread[0]!));
        else if (unread.length > 1) void run(() => client.bulk('read', unread));
      },
      toggleRead: ({ id, is_read }) => void run(() => (is_read ? client.markUnread(id) : client.markRead(id))),
      markAllRead: (type) => {
        const marking = client.markAllRead(type);
        runUndoable(texts.markedAllRead, () => marking, async () => client.bulk('unread', await marking));
      },
      toggleArchived: ({ id, title, is_archived }) =>
        is_archived
          ? runUndoable(texts.unarchived(title), () => client.unarchive(id), () => client.archive(id))
          : runUndoable(texts.archived(title), () => client.archive(id), () => client.unarchive(id)),
      remove: ({ id, title }) => runUndoable(texts.removed(title), () => client.remove(id), () => client.restore(id)),
    };
  }, [client, texts, problem, run, dismiss, undoable, offer, withdraw]);
}
