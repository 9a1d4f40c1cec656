import type { Notification } from './client/notification';

/** Neighbours of one kind, shown as one line until it is opened; or one that stands alone. */
export interface Fold {
  /** Stays the same while newer ones join. */
  key: string;
  /** Newest first; never empty. */
  notifications: readonly Notification[];
}

const spanMs = 60 * 60_000;
/** Two lines say more than one that hides them. */
const fewest = 3;

/** Folds neighbours of one kind within an hour. Formed from the oldest up, so that an arrival leaves the others as they are. */
export function foldNotifications(newestFirst: readonly Notification[]): Fold[] {
  const runs: Notification[][] = [];
  for (const notification of newestFirst.toReversed()) {
    const run = runs.at(-1);
    const oldest = run?.[0];
    const joins =
      oldest?.type === notification.type && Date.parse(notification.created_at) - Date.parse(oldest.created_at) <= spanMs;
    if (run && joins) run.push(notification);
    else runs.push([notification]);
  }
  return runs
    .flatMap((run) => (run.length < fewest ? run.map((single) => [single]) : [run]))
    .map((run) => ({ key: run[0]!.id, notifications: run.toReversed() }))
    .toReversed();
}
