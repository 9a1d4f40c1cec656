import { createContext, useContext } from 'react';
import type { Http } from '../../lib/react';

export const ApiContext = createContext<Http | null>(null);

/** Requests in the name of the signed-in user. */
export function useHttp(): Http {
  const http = useContext(ApiContext);
  if (!http) throw new Error('This component needs a signed-in user above it.');
  return http;
}
