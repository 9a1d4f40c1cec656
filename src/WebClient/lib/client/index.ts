export { NotificationClient, type NotificationClientOptions } from './notificationClient';
export { notificationTypes, type NotificationType } from './notificationTypes';
export type { BulkAction, Notification, NotificationFilter, NotificationPage } from './notification';
export type { ServerFrame, ResumeState, ResumeStatus } from './frames';
export type { ConnectionSnapshot } from './connection';
export type { TokenProvider } from './token';
export { ApiError, Http, errorFrom } from './http';
export { isFinal } from './resumeProgressTracker';
