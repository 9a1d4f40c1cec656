import { Store, type ReadableStore } from '../../lib/client/store';
import type { TokenProvider } from '../../lib/react';

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
  /** Whether the server itself issues another token for this user. */
  renewable: boolean;
}

export interface SessionState {
  session: Session | null;
  /** The last session ended by itself: worth a word on the sign-in page. */
  ended: boolean;
}

const storageKey = 'hotgigs.session';
/** A request takes a moment: a token about to expire is as good as expired. */
const earlyMs = 30_000;

/** Who is signed in here. In sessionStorage, so that two tabs can be two people. */
export class SessionStore {
  readonly #state: Store<SessionState>;
  readonly #storage: Storage;
  readonly #renew: (user: User) => Promise<Session>;
  #renewing: Promise<string | null> | null = null;

  constructor(storage: Storage, renew: (user: User) => Promise<Session>) {
    this.#storage = storage;
    this.#renew = renew;
    this.#state = new Store<SessionState>({ session: readSession(storage), ended: false });
  }

  get state(): ReadableStore<SessionState> {
    return this.#state;
  }

  signIn(session: Session): void {
    this.#storage.setItem(storageKey, JSON.stringify(session));
    this.#state.set({ session, ended: false });
  }

  signOut(ended = false): void {
    this.#storage.removeItem(storageKey);
    this.#state.set({ session: null, ended });
  }

  readonly token: TokenProvider = async ({ renew }) => {
    const { session } = this.#state.get();
    if (!session) return null;
    if (!renew && !isExpiring(session)) return session.token;
    // Socket and requests find out at the same moment: one new token serves them all.
    this.#renewing ??= this.#renewed(session).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  };

  async #renewed(session: Session): Promise<string | null> {
    if (!session.renewable) {
      this.signOut(true);
      return null;
    }
    const renewed = await this.#renew(session.user);
    if (this.#state.get().session !== session) return null;
    this.signIn(renewed);
    return renewed.token;
  }
}

function isExpiring(session: Session): boolean {
  return session.expiresAt !== null && Date.parse(session.expiresAt) - Date.now() < earlyMs;
}

function readSession(storage: Storage): Session | null {
  const stored = storage.getItem(storageKey);
  return stored === null ? null : (JSON.parse(stored) as Session);
}
