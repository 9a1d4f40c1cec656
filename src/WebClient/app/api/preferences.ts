import type { Http, NotificationType } from '../../lib/react';

export type DeliveryChannel = 'in_app' | 'email' | 'browser';

export type ChannelChoices = Record<DeliveryChannel, boolean> & { is_critical: boolean };

export interface QuietHours {
  enabled: boolean;
  /** `HH:mm` on the user's clock, as is `end`. */
  start: string;
  end: string;
  time_zone: string;
}

export type EmailMode = 'immediate' | 'if_unread' | 'digest';

export interface EmailPreference {
  mode: EmailMode;
  delay_minutes: number;
  /** `HH:mm` on the user's clock. */
  digest_time: string;
}

export interface Preferences {
  types: Record<NotificationType, ChannelChoices>;
  quiet_hours: QuietHours;
  email: EmailPreference;
}

/** Only what is to change. */
export interface PreferencesChange {
  types?: Partial<Record<NotificationType, Partial<Record<DeliveryChannel, boolean>>>>;
  quiet_hours?: Partial<QuietHours>;
  email?: Partial<EmailPreference>;
}

const path = '/api/notifications/preferences';

export function getPreferences(http: Http, signal: AbortSignal): Promise<Preferences> {
  return http.json('GET', path, undefined, signal);
}

export function putPreferences(http: Http, change: PreferencesChange): Promise<Preferences> {
  return http.json('PUT', path, change);
}

/** What preferences will be once a change has been stored. */
export function withChange(before: Preferences, change: PreferencesChange): Preferences {
  const types = { ...before.types };
  for (const [type, channels] of Object.entries(change.types ?? {})) {
    types[type as NotificationType] = { ...types[type as NotificationType], ...channels };
  }
  return {
    types,
    quiet_hours: { ...before.quiet_hours, ...change.quiet_hours },
    email: { ...before.email, ...change.email },
  };
}
