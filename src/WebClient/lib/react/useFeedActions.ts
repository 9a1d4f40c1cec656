import { useMemo } from 'react';
import type { Notification } from '../client/notification';
import { labelOf } from '../presenters';
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

  // The same from render to render, for rows that render only when they change.
  const deeds = useMemo(() => {
    const runUndoable = (undoable: Undoable, action: () => Promise<unknown>) => {
      let isRefused = false;
      const takeBack = () =>
        undoable.takeBack().catch((error: unknown) => {
          // Nothing was taken back, so it is still offered, unless there was never anything to take back.
          if (!isRefused) offer(offered);
          throw error;
        });
      const offered = offer({ ...undoable, takeBack });
      void run(() =>
        action().catch((error: unknown) => {
          // What was refused was taken back already.
          isRefused = true;
          withdraw(offered);
          throw error;
        }),
      );
    };
    return {
      markRead: (notifications: readonly Notification[]) => {
        const unread = notifications.filter((n) => !n.is_read).map((n) => n.id);
        if (unread.length === 1) void run(() => client.markRead(unread[0]!));
        else if (unread.length > 1) void run(() => client.bulk('read', unread));
      },
      toggleRead: ({ id, is_read }: Notification) => void run(() => (is_read ? client.markUnread(id) : client.markRead(id))),
      markAllRead: (type?: string) => {
        const marking = client.markAllRead(type);
        const what = type === undefined ? texts.markedAllRead : texts.markedTypeRead(labelOf(type, texts));
        runUndoable({ what, takeBack: async () => (await marking)() }, () => marking);
      },
      toggleArchived: ({ id, title, is_archived }: Notification) => {
        const [away, back] = [() => client.archive(id), () => client.unarchive(id)];
        if (is_archived) runUndoable({ what: texts.unarchived(title), notificationId: id, takeBack: away }, back);
        else runUndoable({ what: texts.archived(title), notificationId: id, takeBack: back }, away);
      },
      remove: ({ id, title }: Notification) =>
        runUndoable({ what: texts.removed(title), notificationId: id, takeBack: () => client.restore(id) }, () => client.remove(id)),
    };
  }, [client, texts, run, offer, withdraw]);

  return useMemo(
    () => ({
      ...deeds,
      problem,
      dismissProblem: dismiss,
      undoable,
      undo: () => {
        withdraw();
        if (undoable) void run(undoable.takeBack);
      },
    }),
    [deeds, problem, dismiss, undoable, withdraw, run],
  );
}
