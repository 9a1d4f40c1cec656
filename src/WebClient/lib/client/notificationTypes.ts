/** Wire names of every notification type this client knows. Append only. */
export const notificationTypes = [
  'resume_completed',
  'candidate_added',
  'candidate_shared',
  'match_found',
  'bulk_upload_completed',
  'google_drive_sync_completed',
  'system_announcement',
] as const;

export type NotificationType = (typeof notificationTypes)[number];
