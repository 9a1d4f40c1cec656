/**
 * Gives the access token for the next request or connection; null when nobody is signed in.
 * `renew` asks for another one, because the server no longer takes the last.
 */
export type TokenProvider = (request: { renew: boolean }) => Promise<string | null>;
