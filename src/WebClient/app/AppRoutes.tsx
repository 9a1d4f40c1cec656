import { Navigate, Route, Routes } from 'react-router';
import { NotFoundPage } from './pages/NotFoundPage';
import { UploadPage } from './pages/upload/UploadPage';
import type { User } from './session/session';
import { useSession } from './session/SessionContext';
import { lazyPage } from './shell/lazyPage';
import { Shell } from './shell/Shell';

const CandidatesPage = lazyPage(() => import('./pages/candidates/CandidatesPage'));
const CandidatePage = lazyPage(() => import('./pages/candidate/CandidatePage'));
const JobsPage = lazyPage(() => import('./pages/jobs/JobsPage'));
const JobPage = lazyPage(() => import('./pages/job/JobPage'));
const PostJobPage = lazyPage(() => import('./pages/job/PostJobPage'));
const EditJobPage = lazyPage(() => import('./pages/job/EditJobPage'));
const DrivePage = lazyPage(() => import('./pages/drive/DrivePage'));
const DriveCallbackPage = lazyPage(() => import('./pages/drive/DriveCallbackPage'));
const MatchingPage = lazyPage(() => import('./pages/matching/MatchingPage'));
const MatchPage = lazyPage(() => import('./pages/match/MatchPage'));
const PreferencesPage = lazyPage(() => import('./pages/preferences/PreferencesPage'));
const NotificationsPage = lazyPage(() => import('./pages/notifications/NotificationsPage'));
const AdminLayout = lazyPage(() => import('./pages/admin/AdminLayout'));
const StatusPage = lazyPage(() => import('./pages/admin/status/StatusPage'));
const AnnouncementsPage = lazyPage(() => import('./pages/admin/announcements/AnnouncementsPage'));
const DeadLettersPage = lazyPage(() => import('./pages/admin/dead-letters/DeadLettersPage'));
const WithheldPage = lazyPage(() => import('./pages/admin/withheld/WithheldPage'));

export function AppRoutes({ user }: { user: User }) {
  const { returnTo } = useSession();
  return (
    <Routes>
      <Route element={<Shell user={user} />}>
        <Route index element={<Navigate to="/upload" replace />} />
        <Route path="sign-in/callback" element={<Navigate to={returnTo} replace />} />
        <Route path="upload" element={<UploadPage />} />
        <Route path="candidates" element={<CandidatesPage />} />
        <Route path="candidates/:id" element={<CandidatePage />} />
        <Route path="jobs" element={<JobsPage />} />
        <Route path="jobs/new" element={<PostJobPage />} />
        <Route path="jobs/:id" element={<JobPage />} />
        <Route path="jobs/:id/edit" element={<EditJobPage />} />
        <Route path="matching" element={<MatchingPage />} />
        <Route path="matches/:id" element={<MatchPage />} />
        <Route path="google-drive" element={<DrivePage />} />
        <Route path="google-drive/callback" element={<DriveCallbackPage />} />
        <Route path="notifications" element={<NotificationsPage />} />
        <Route path="preferences" element={<PreferencesPage />} />
        <Route path="admin" element={<AdminLayout />}>
          <Route index element={<StatusPage />} />
          <Route path="announcements" element={<AnnouncementsPage />} />
          <Route path="dead-letters" element={<DeadLettersPage />} />
          <Route path="withheld" element={<WithheldPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
