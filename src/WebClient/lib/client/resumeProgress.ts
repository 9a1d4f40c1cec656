import type { NotificationClient } from './notificationClient';
import { ResumeProgressTracker } from './resumeProgressTracker';

/** How far resumes are, for `client.feature(resumeProgress)`. */
export function resumeProgress(client: NotificationClient): ResumeProgressTracker {
  const tracker = new ResumeProgressTracker({
    http: client.http,
    watch: (resume_id) => client.ask({ type: 'watch_resume', resume_id }),
    unwatch: (resume_id) => client.ask({ type: 'unwatch_resume', resume_id }),
  });
  client.onRefused((message, code) => {
    if (message.type === 'watch_resume') tracker.watchRefused(message.resume_id, code);
  });
  client.onFrame((frame) => {
    if (frame.type === 'connected') tracker.socketIsLive();
    else if (frame.type === 'resume_progress') tracker.update(frame.resume_id, frame.data);
  });
  client.connection.subscribe(() => {
    const { status } = client.connection.get();
    if (status === 'idle') tracker.stop();
    else if (status !== 'live') tracker.socketIsDown();
  });
  if (client.connection.get().status === 'live') tracker.socketIsLive();
  return tracker;
}
