import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

type WithoutAsync<TResult> = TResult extends unknown ? Omit<TResult, 'mutateAsync'> : never;

/** A mutation that runs once at a time: of two clicks that come before the page has shown the first one, one counts. */
export function useMutationOnce<TData, TVariables = void>({
  mutationFn,
  ...options
}: Omit<UseMutationOptions<TData, Error, TVariables>, 'mutationFn'> & {
  mutationFn: (variables: TVariables) => Promise<TData>;
}): WithoutAsync<UseMutationResult<TData, Error, TVariables>> {
  const isRunning = useRef(false);
  const { mutate, ...mutation } = useMutation<TData, Error, TVariables>({
    ...options,
    mutationFn: (variables) =>
      mutationFn(variables).finally(() => {
        isRunning.current = false;
      }),
  });
  return {
    ...mutation,
    mutate: (...request) => {
      if (isRunning.current) return;
      isRunning.current = true;
      mutate(...request);
    },
  } as WithoutAsync<UseMutationResult<TData, Error, TVariables>>;
}
