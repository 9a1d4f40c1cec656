import { Store, type ReadableStore } from '../../lib/client/store';
import type { TokenProvider } from '../../lib/react';
import type { SignInMethod } from './signInMethod';
import { storedJson } from './storedJson';

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
/** Under these the sign-in library keeps tokens, and what it needs to come back from the provider. */
const providerPrefix = 'oidc.';
/** A request takes a moment: a token about to expire is as good as expired. */
const earlyMs = 30_000;

/** Gets another token for the same user; null where the session is over. Rejects where that cannot be known now. */
export type Renewal = (session: Session) => Promise<Session | null>;

/** Who is signed in here. In sessionStorage, so that two tabs can be two people. */
export class SessionStore {
  readonly #state: Store<SessionState>;
  readonly #storage: Storage;
  readonly #device: Storage;
  readonly #renew: Renewal;
  #renewing: Promise<string | null> | null = null;

  /** @param device What all tabs share. */
  constructor(storage: Storage, renew: Renewal, device: Storage = window.localStorage) {
    this.#storage = storage;
    this.#device = device;
    this.#renew = renew;
    this.#state = new Store<SessionState>({ session: storedJson<Session>(storage, storageKey), ended: false, returnTo: '/' });
  }

  get state(): ReadableStore<SessionState> {
    return this.#state;
  }

  signIn(session: Session, returnTo = '/'): void {
    if (session.user.sub !== this.#state.get().session?.user.sub) this.#renewing = null;
    this.#storage.setItem(storageKey, JSON.stringify(session));
    this.#state.set({ session, ended: false, returnTo });
  }

  signOut(ended = false): void {
    const { session } = this.#state.get();
    this.#renewing = null;
    // Those who hear of it stop, and may store a last time.
    this.#state.set({ session: null, ended, returnTo: '/' });
    this.#storage.removeItem(storageKey);
    this.#forgetProvider();
    if (!session) return;
    // Filenames of resumes are names of people.
    for (const storage of [this.#storage, this.#device]) removeFrom(storage, (key) => isKeptFor(session.user.sub, key));
  }

  /** The token of one user, whoever else signs in after them: null once the session is not theirs. */
  tokenOf(sub: string): TokenProvider {
    return async (options) => {
      if (this.#state.get().session?.user.sub !== sub) return null;
      const token = await this.token(options);
      return this.#state.get().session?.user.sub === sub ? token : null;
    };
  }

  readonly token: TokenProvider = async ({ renew }) => {
    const { session } = this.#state.get();
    if (!session) return null;
    if (!renew && !isExpiring(session)) return session.token;
    // Socket and requests find out at the same moment: one new token serves them all.
    const renewing = (this.#renewing ??= this.#renewed(session));
    try {
      return await renewing;
    } catch (error) {
      // The old one may still be good while whoever issues the new one is away.
      if (!renew && this.#state.get().session === session && !isExpiring(session, 0)) return session.token;
      throw error;
    } finally {
      if (this.#renewing === renewing) this.#renewing = null;
    }
  };

  async #renewed(session: Session): Promise<string | null> {
    const renewed = session.renewable ? await this.#renew(session) : null;
    const { session: current } = this.#state.get();
    if (current !== session) {
      // The sign-in library has kept what came too late.
      if (current?.method !== 'oidc') this.#forgetProvider();
      return null;
    }
    if (!renewed) {
      this.signOut(true);
      return null;
    }
    this.signIn(renewed);
    return renewed.token;
  }

  #forgetProvider(): void {
    removeFrom(this.#storage, (key) => key.startsWith(providerPrefix));
  }
}

function isExpiring(session: Session, withinMs = earlyMs): boolean {
  return session.expiresAt !== null && Date.parse(session.expiresAt) - Date.now() < withinMs;
}

/** What the pages and the package keep for a user has a name that ends with their id. */
function isKeptFor(sub: string, key: string): boolean {
  return key.replace(/^hotgigs\.[a-z]+\./, '') === sub && key !== sub;
}

function removeFrom(storage: Storage, isToGo: (key: string) => boolean): void {
  for (const key of Object.keys(storage).filter(isToGo)) storage.removeItem(key);
}
