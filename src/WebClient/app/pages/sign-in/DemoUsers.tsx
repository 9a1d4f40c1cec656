import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '../../../lib/react';
import { signInAsDemoUser, type DemoUser } from '../../session/devSignIn';
import { useSessionStore } from '../../session/SessionContext';
import { texts } from '../../texts';
import { Avatar } from '../../ui/Avatar';

export function DemoUsers({ users }: { users: readonly DemoUser[] }) {
  const sessions = useSessionStore();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const signIn = async (user: DemoUser) => {
    setBusy(true);
    setProblem(null);
    try {
      sessions.signIn(await signInAsDemoUser(user));
    } catch (error) {
      setProblem(error instanceof ApiError ? error.detail : texts.unreachable);
      setBusy(false);
    }
  };

  return (
    <>
      <p className="sign-in-hint">{texts.signIn.demoHint}</p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <ul className="demo-users">
        {users.map((user) => (
          <li key={user.sub}>
            <button
              type="button"
              className="demo-user"
              data-testid={`sign-in-${user.sub}`}
              disabled={busy}
              onClick={() => void signIn(user)}
            >
              <Avatar name={user.name} />
              <span className="demo-user-text">
                <span className="demo-user-name">
                  {user.name}
                  {user.roles.map((role) => (
                    <span key={role} className="chip">
                      {texts.roles[role] ?? role}
                    </span>
                  ))}
                </span>
                <span className="demo-user-description">{user.description}</span>
              </span>
              <ChevronRight size={18} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
