import { useSearchParams } from 'react-router';

export interface CandidateSearch {
  search: string;
  source: string;
  page: number;
  set: (change: { search?: string; source?: string; page?: number }) => void;
}

/** What is searched for stands in the address, so that it can be shared and gone back to. */
export function useCandidateQuery(): CandidateSearch {
  const [parameters, setParameters] = useSearchParams();
  return {
    search: parameters.get('search') ?? '',
    source: parameters.get('source') ?? '',
    page: Math.max(1, Number(parameters.get('page')) || 1),
    set: (change) =>
      setParameters(
        (current) => {
          const next = new URLSearchParams(current);
          // Another search starts on its first page.
          next.delete('page');
          for (const [name, value] of Object.entries(change)) {
            if (value === '' || value === undefined || value === 1) next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: change.page === undefined },
      ),
  };
}
