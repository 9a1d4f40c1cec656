import { Bell, Cloud, FileText, Megaphone, Target, Upload, UserRound, UsersRound, type LucideIcon } from 'lucide-react';
import type { NotificationType } from './client/notificationTypes';
import type { Texts } from './texts/en';

export type Tone = 'green' | 'blue' | 'purple' | 'yellow' | 'grey';

export interface Presenter {
  icon: LucideIcon;
  tone: Tone;
}

/** How each type looks; what it is called is in the texts. A type without an entry does not compile. */
export const presenters: Record<NotificationType, Presenter> = {
  resume_completed: { icon: FileText, tone: 'green' },
  candidate_added: { icon: UserRound, tone: 'blue' },
  candidate_shared: { icon: UsersRound, tone: 'purple' },
  match_found: { icon: Target, tone: 'yellow' },
  bulk_upload_completed: { icon: Upload, tone: 'green' },
  google_drive_sync_completed: { icon: Cloud, tone: 'blue' },
  system_announcement: { icon: Megaphone, tone: 'grey' },
};

const unknownType: Presenter = { icon: Bell, tone: 'grey' };

/** A newer server may send types this client has not heard of: they are shown plainly. */
export function presenterOf(type: string): Presenter {
  return Object.hasOwn(presenters, type) ? presenters[type as NotificationType] : unknownType;
}

/** What a kind is called in a filter. */
export function labelOf(type: string, texts: Texts): string {
  return Object.hasOwn(texts.types, type) ? texts.types[type as NotificationType] : texts.otherType;
}
