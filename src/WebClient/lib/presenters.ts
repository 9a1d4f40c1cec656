import { Bell, Cloud, FileText, Megaphone, Target, Upload, UserRound, UsersRound, type LucideIcon } from 'lucide-react';
import type { NotificationType } from './client/notificationTypes';

export type Tone = 'green' | 'blue' | 'purple' | 'yellow' | 'grey';

export interface Presenter {
  icon: LucideIcon;
  tone: Tone;
  /** What this kind is called in a filter. */
  label: string;
}

/** How each type looks. A type without an entry does not compile. */
export const presenters: Record<NotificationType, Presenter> = {
  resume_completed: { icon: FileText, tone: 'green', label: 'Resumes' },
  candidate_added: { icon: UserRound, tone: 'blue', label: 'New candidates' },
  candidate_shared: { icon: UsersRound, tone: 'purple', label: 'Shared with me' },
  match_found: { icon: Target, tone: 'yellow', label: 'Matches' },
  bulk_upload_completed: { icon: Upload, tone: 'green', label: 'Bulk uploads' },
  google_drive_sync_completed: { icon: Cloud, tone: 'blue', label: 'Google Drive' },
  system_announcement: { icon: Megaphone, tone: 'grey', label: 'Announcements' },
};

const unknownType: Presenter = { icon: Bell, tone: 'grey', label: 'Other' };

/** A newer server may send types this client has not heard of: they are shown plainly. */
export function presenterOf(type: string): Presenter {
  return Object.hasOwn(presenters, type) ? presenters[type as NotificationType] : unknownType;
}
