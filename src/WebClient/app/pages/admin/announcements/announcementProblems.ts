import type { Announcement } from '../../../api/admin';
import { texts } from '../../../texts';

export type FieldProblems = Readonly<Record<string, readonly string[]>>;

const { problems } = texts.admin.announcements.form;

/** What is plainly missing, so that nobody is asked to confirm what cannot be sent. The server judges the rest. */
export function problemsOf({ title, message, action_url: path }: Announcement): FieldProblems {
  return {
    ...(title.trim() === '' && { title: [problems.title] }),
    ...(message.trim() === '' && { message: [problems.message] }),
    ...(path !== '' && !path.startsWith('/') && { action_url: [problems.path] }),
  };
}
