import type { ComponentType } from 'react';
import type { BellProps } from './Bell';
import type { BrowserNotificationsOfferProps } from './BrowserNotificationsOffer';
import type { ConnectionStateProps } from './ConnectionState';
import type { FoldedItemsProps } from './FoldedItems';
import type { ImportRowProps } from './ImportRow';
import type { InProgressSectionProps } from './InProgress';
import type { ListEmptyProps, ListErrorProps } from './ListStates';
import type { LoadMoreButtonProps } from './LoadMore';
import type { NewArrivalsProps } from './NewArrivals';
import type { NotificationItemProps } from './NotificationItem';
import type { NotificationTabsProps } from './NotificationTabs';
import type { OfflineNoticeProps } from './OfflineNotice';
import type { PanelFooterProps } from './PanelFooter';
import type { PanelHeaderProps } from './PanelHeader';
import type { ProblemRowProps } from './ProblemRow';
import type { ToastProps } from './Toast';
import type { ToastSummaryProps } from './ToastSummary';
import type { UndoRowProps } from './UndoRow';

/** Components that an app may replace, each with the properties of the one it replaces. */
export interface Parts {
  Bell?: ComponentType<BellProps>;
  Connection?: ComponentType<ConnectionStateProps>;
  Header?: ComponentType<PanelHeaderProps>;
  Tabs?: ComponentType<NotificationTabsProps>;
  Offline?: ComponentType<OfflineNoticeProps>;
  /** Explains what the browser is about to ask. */
  Offer?: ComponentType<BrowserNotificationsOfferProps>;
  InProgress?: ComponentType<InProgressSectionProps>;
  Import?: ComponentType<ImportRowProps>;
  Item?: ComponentType<NotificationItemProps>;
  /** Many of one kind as one line. */
  Fold?: ComponentType<FoldedItemsProps>;
  /** What waits above the list: "3 new". */
  Arrivals?: ComponentType<NewArrivalsProps>;
  LoadMore?: ComponentType<LoadMoreButtonProps>;
  Undo?: ComponentType<UndoRowProps>;
  Problem?: ComponentType<ProblemRowProps>;
  Empty?: ComponentType<ListEmptyProps>;
  Error?: ComponentType<ListErrorProps>;
  Loading?: ComponentType;
  Footer?: ComponentType<PanelFooterProps>;
  Toast?: ComponentType<ToastProps>;
  /** What a storm of arrivals comes to. */
  ToastSummary?: ComponentType<ToastSummaryProps>;
}
