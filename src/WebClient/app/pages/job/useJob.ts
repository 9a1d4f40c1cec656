import { useQuery } from '@tanstack/react-query';
import { useHttp } from '../../api/ApiContext';
import { getJob } from '../../api/jobs';

export function useJob(id: string) {
  const http = useHttp();
  return useQuery({ queryKey: ['job', id], queryFn: ({ signal }) => getJob(http, id, signal) });
}
