import { ApiError, type Http } from './http';
import type { TokenProvider } from './token';

/** Gives what lets the next connection in, as a query string; null when nobody is signed in. */
export type CredentialProvider = TokenProvider;

/** A single-use ticket, so that no token has to stand in an address; the token itself where the server has no tickets. */
export function ticketOrToken(http: Http, token: TokenProvider): CredentialProvider {
  let hasTickets = true;
  return async (request) => {
    const current = await token(request);
    if (current === null) return null;
    if (hasTickets) {
      try {
        const { ticket } = await http.json<{ ticket: string }>('POST', '/ws/ticket');
        return `ticket=${encodeURIComponent(ticket)}`;
      } catch (error) {
        // A token that is refused here is refused by the socket as well, which says what to do next.
        const isRefused = error instanceof ApiError && error.status === 401;
        hasTickets = isRefused || !(error instanceof ApiError && (error.status === 404 || error.status === 405));
        if (hasTickets && !isRefused) throw error;
      }
    }
    return `token=${encodeURIComponent(current)}`;
  };
}
