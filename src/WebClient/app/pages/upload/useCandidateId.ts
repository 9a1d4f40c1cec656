import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useHotGigs } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { getCandidateIdOf } from '../../api/resumes';

/** The candidate a finished resume became: from its notification, which comes by itself, or else by asking. */
export function useCandidateId(resumeId: string | undefined, isCompleted: boolean): string | null {
  const http = useHttp();
  const { feed } = useHotGigs().client;
  const { notifications } = useSyncExternalStore(feed.subscribe, feed.get);
  const notice = notifications.find((n) => n.type === 'resume_completed' && n.data.resume_id === resumeId);
  const told = typeof notice?.data.candidate_id === 'string' ? notice.data.candidate_id : null;

  const { data } = useQuery({
    queryKey: ['candidate-of-resume', resumeId],
    queryFn: ({ signal }) => getCandidateIdOf(http, resumeId!, signal),
    enabled: isCompleted && told === null && resumeId !== undefined,
    staleTime: Infinity,
  });
  return isCompleted ? (told ?? data ?? null) : null;
}
