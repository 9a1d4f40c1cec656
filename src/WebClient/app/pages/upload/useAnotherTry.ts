import { useMutation } from '@tanstack/react-query';
import { runningImports, useHotGigs } from '../../../lib/react';
import { useUploads } from './UploadQueueContext';

/** Imports the document of a failed resume once more; its row goes on as the new one. */
export function useAnotherTry(rowKey: string, resumeId: string | undefined, filename: string) {
  const { client } = useHotGigs();
  const { queue } = useUploads();
  return useMutation({
    mutationFn: () => client.feature(runningImports).retryResume(resumeId!, filename),
    onSuccess: (newId) => queue.replace(rowKey, newId),
  });
}
