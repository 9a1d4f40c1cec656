import { useSearchParams } from 'react-router';

export interface ListAddress {
  /** Empty where the address does not say. */
  value: (name: string) => string;
  /** From 1 on. */
  page: number;
  set: (change: Readonly<Record<string, string | number | undefined>>) => void;
}

/** What a list is narrowed to stands in the address, so that it can be shared and gone back to. */
export function useListAddress(): ListAddress {
  const [parameters, setParameters] = useSearchParams();
  return {
    value: (name) => parameters.get(name) ?? '',
    page: Math.max(1, Number(parameters.get('page')) || 1),
    set: (change) =>
      setParameters(
        (current) => {
          const next = new URLSearchParams(current);
          // Another search starts on its first page.
          next.delete('page');
          for (const [name, value] of Object.entries(change)) {
            if (value === '' || value === undefined || (name === 'page' && value === 1)) next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: change.page === undefined },
      ),
  };
}
