import type { ComponentType } from 'react';
import type { BellProps } from './Bell';
import type { ListEmptyProps, ListErrorProps } from './ListStates';
import type { NotificationItemProps } from './NotificationItem';
import type { ToastProps } from './Toast';

/** Components that an app may replace, each with the properties of the one it replaces. */
export interface Parts {
  Bell?: ComponentType<BellProps>;
  Item?: ComponentType<NotificationItemProps>;
  Toast?: ComponentType<ToastProps>;
  Empty?: ComponentType<ListEmptyProps>;
  Error?: ComponentType<ListErrorProps>;
  Loading?: ComponentType;
}
