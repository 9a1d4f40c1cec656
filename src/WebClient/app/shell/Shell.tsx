import { Suspense } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { NotificationCenter } from '../../lib/react';
import type { User } from '../session/session';
import { texts } from '../texts';
import { Loading } from '../ui/Loading';
import { useFileDropGuard } from '../ui/useFileDropGuard';
import { Brand } from './Brand';
import { ErrorBoundary } from './ErrorBoundary';
import { Navigation } from './Navigation';
import { RoomMessages } from './RoomMessages';
import { UserMenu } from './UserMenu';

/** The frame around every page. */
export function Shell({ user }: { user: User }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useFileDropGuard();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {texts.skipToContent}
      </a>
      <aside className="sidebar">
        <Brand />
        <Navigation user={user} />
      </aside>
      <div className="main-column">
        <header className="topbar">
          <div className="topbar-brand">
            <Brand />
          </div>
          <div className="topbar-tools">
            <NotificationCenter
              onNavigate={(path) => void navigate(path)}
              allNotificationsPath="/notifications"
            />
            <UserMenu user={user} />
          </div>
        </header>
        <RoomMessages user={user} />
        <main id="content" className="content" tabIndex={-1}>
          {/* Keyed by page: one that broke does not take the next with it. */}
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
    </div>
  );
}
