import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isFinal, resumeProgress, runningImports, useHotGigs, useResumeProgress } from '../../../lib/react';
import { useHttp } from '../../api/ApiContext';
import { getBatch } from '../../api/resumes';
import { useMutationOnce } from '../../api/useMutationOnce';

/** A batch from 0 to 100 %, and, once files failed or it has ended, what became of each. */
export function useBatch(batchId: string) {
  const http = useHttp();
  const { client } = useHotGigs();
  // Before the hook that takes it for a resume: the first to watch says what it is.
  useEffect(() => client.feature(resumeProgress).watch(batchId, 'batch'), [client, batchId]);
  const progress = useResumeProgress(batchId);
  const hasEnded = isFinal(progress);
  const failed = progress?.failed ?? 0;

  const batch = useQuery({
    // What has failed is told of as it fails.
    queryKey: ['batch', batchId, progress?.status, failed],
    queryFn: ({ signal }) => getBatch(http, batchId, signal),
    enabled: progress !== undefined && (hasEnded || failed > 0),
    placeholderData: (previous) => previous,
  });
  const retry = useMutationOnce({ mutationFn: () => client.feature(runningImports).retry(batchId) });
  return { progress, hasEnded, batch, retry };
}
