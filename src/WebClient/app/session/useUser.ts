import { recruits, type User } from './session';
import { useSession } from './SessionContext';

/** Who is signed in, and what their roles let them see. The server has the last word on each. */
export function useUser(): User & { recruits: boolean; isAdmin: boolean } {
  const { session } = useSession();
  if (!session) throw new Error('This component needs a signed-in user above it.');
  return { ...session.user, recruits: recruits(session.user), isAdmin: session.user.roles.includes('admin') };
}
