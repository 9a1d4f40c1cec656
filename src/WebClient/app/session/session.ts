import { Store, type ReadableStore } from '../../lib/client/store';
import type { TokenProvider } from '../../lib/react';
import type { SignInMethod } from './signInMethod';

export interface User {
  sub: string;
  name: string;
  email: string;
  roles: string[];
}

/** Whether somebody works with candidates, rather than being one. */
export function recruits({ roles }: Pick<User, 'roles'>): boolean {
  return roles.includes('recruiter') || roles.includes('admin');
}

export interface Session {
  user: User;
  token: string;
  /** RFC 3339; null where the token does not say. */
  expiresAt: string | null;
  /** How they signed in, and so how another token comes and what signing out takes. */
  method: SignInMethod['method'];
  /** Whether another token can be had without the user. */
  renewable: boolean;
}

export interface SessionState {
  session: Session | null;
  /** The last session ended by itself: worth a word on the sign-in page. */
  ended: boolean;
  /** Where they were going when they were sent to sign in elsewhere. */
  returnTo: string;
}

const storageKey = 'hotgigs.session';
/** A request takes a moment: a token about to expire is as good as expired. */
const earlyMs = 30_000;

/** Gets another token for the same user; null where the session is over. Rejects where that cannot be known now. */
export type Renewal = (session: Session) => Promise<Session | null>;

/** Who is signed in here. In sessionStorage, so that two tabs can be two people. */
export class SessionStore {
  readonly #state: Store<SessionState>;
  readonly #storage: Storage;
  readonly #renew: Renewal;
  #renewing: Promise<string | null> | null = null;

  constructor(storage: Storage, renew: Renewal) {
    this.#storage = storage;
    this.#renew = renew;
    this.#state = new Store<SessionState>({ session: readSession(storage), ended: false, returnTo: '/' });
  }

  get state(): ReadableStore<SessionState> {
    return this.#state;
  }

  signIn(session: Session, returnTo = '/'): void {
    this.#storage.setItem(storageKey, JSON.stringify(session));
    this.#state.set({ session, ended: false, returnTo });
  }

  signOut(ended = false): void {
    this.#storage.removeItem(storageKey);
    this.#state.set({ session: null, ended, returnTo: '/' });
  }

  readonly token: TokenProvider = async ({ renew }) => {
    const { session } = this.#state.get();
    if (!session) return null;
    if (!renew && !isExpiring(session)) return session.token;
    // Socket and requests find out at the same moment: one new token serves them all.
    this.#renewing ??= this.#renewed(session).finally(() => {
      this.#renewing = null;
    });
    try {
      return await this.#renewing;
    } catch (error) {
      // The old one may still be good while whoever issues the new one is away.
      if (!renew && this.#state.get().session === session && !isExpiring(session, 0)) return session.token;
      throw error;
    }
  };

  async #renewed(session: Session): Promise<string | null> {
    const renewed = session.renewable ? await this.#renew(session) : null;
    if (this.#state.get().session !== session) return null;
    if (!renewed) {
      this.signOut(true);
      return null;
    }
    this.signIn(renewed);
    return renewed.token;
  }
}

function isExpiring(session: Session, withinMs = earlyMs): boolean {
  return session.expiresAt !== null && Date.parse(session.expiresAt) - Date.now() < withinMs;
}

function readSession(storage: Storage): Session | null {
  const stored = storage.getItem(storageKey);
  return stored === null ? null : (JSON.parse(stored) as Session);
}
