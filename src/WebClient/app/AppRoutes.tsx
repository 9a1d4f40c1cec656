import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { NotFoundPage } from './pages/NotFoundPage';
import { UploadPage } from './pages/upload/UploadPage';
import type { User } from './session/session';
import { useSession } from './session/SessionContext';
import { Shell } from './shell/Shell';

const CandidatesPage = lazy(() => import('./pages/candidates/CandidatesPage'));
const CandidatePage = lazy(() => import('./pages/candidate/CandidatePage'));
const JobsPage = lazy(() => import('./pages/jobs/JobsPage'));
const JobPage = lazy(() => import('./pages/job/JobPage'));
const PostJobPage = lazy(() => import('./pages/job/PostJobPage'));
const EditJobPage = lazy(() => import('./pages/job/EditJobPage'));
const DrivePage = lazy(() => import('./pages/drive/DrivePage'));
const DriveCallbackPage = lazy(() => import('./pages/drive/DriveCallbackPage'));
const MatchingPage = lazy(() => import('./pages/matching/MatchingPage'));
const MatchPage = lazy(() => import('./pages/match/MatchPage'));
const PreferencesPage = lazy(() => import('./pages/preferences/PreferencesPage'));
const NotificationsPage = lazy(() => import('./pages/notifications/NotificationsPage'));
const AdminLayout = lazy(() => import('./pages/admin/AdminLayout'));
const StatusPage = lazy(() => import('./pages/admin/status/StatusPage'));
const AnnouncementsPage = lazy(() => import('./pages/admin/announcements/AnnouncementsPage'));
const DeadLettersPage = lazy(() => import('./pages/admin/dead-letters/DeadLettersPage'));
const WithheldPage = lazy(() => import('./pages/admin/withheld/WithheldPage'));

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
