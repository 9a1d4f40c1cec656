import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { HotGigsProvider, Http, NotificationClient, runningImports } from '../lib/react';
import { ApiContext } from './api/ApiContext';
import { createQueryClient } from './api/queryClient';
import { sendingFetch } from './api/sendingFetch';
import { AppRoutes } from './AppRoutes';
import { UploadQueue } from './pages/upload/uploadQueue';
import { UploadQueueContext } from './pages/upload/UploadQueueContext';
import { useSessionStore } from './session/SessionContext';
import type { User } from './session/session';

/** All that lives as long as one user's session. */
export function SignedIn({ user }: { user: User }) {
  const sessions = useSessionStore();
  // This user's own: what is still under way when another one signs in must not go out as theirs.
  const [token] = useState(() => sessions.tokenOf(user.sub));
  const [http] = useState(() => new Http({ token }));
  const [client] = useState(() => new NotificationClient({ token }));
  const [queries] = useState(createQueryClient);
  const [uploads] = useState(() => {
    const onAccepted = (id: string, filename: string, kind: 'resume' | 'batch') =>
      client.feature(runningImports).add(id, kind, filename);
    const uploading = (onSent: (bytes: number) => void) => new Http({ token, fetch: sendingFetch(onSent) });
    const queue = new UploadQueue({ http: uploading, user, storage: window.sessionStorage, onAccepted });
    const leave = sessions.state.subscribe(() => {
      if (sessions.state.get().session?.user.sub === user.sub) return;
      leave();
      queue.stop();
    });
    return queue;
  });
  // On whichever page they are when they leave.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (uploads.isBusy) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [uploads]);
  return (
    <ApiContext value={http}>
      <QueryClientProvider client={queries}>
        <HotGigsProvider client={client}>
          <UploadQueueContext value={uploads}>
            <AppRoutes user={user} />
          </UploadQueueContext>
        </HotGigsProvider>
      </QueryClientProvider>
    </ApiContext>
  );
}
