import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { finishSignIn } from '../../session/oidc';
import { useSessionStore } from '../../session/SessionContext';
import { SignInProblem } from '../../session/SignInProblem';
import { texts } from '../../texts';
import { Loading } from '../../ui/Loading';

/** Where the provider sends the user back to. */
export default function SignInCallback() {
  const sessions = useSessionStore();
  const navigate = useNavigate();

  useEffect(() => {
    let left = false;
    finishSignIn(location.href).then(
      ({ session, returnTo }) => {
        if (!left) sessions.signIn(session, returnTo);
      },
      (error: unknown) => {
        if (left) return;
        const { message, returnTo } = error instanceof SignInProblem ? error : new SignInProblem(texts.signIn.serverAway);
        // A code is a secret: it stays neither in the address nor in the history.
        void navigate(returnTo, { replace: true, state: { problem: message } });
      },
    );
    return () => {
      left = true;
    };
  }, [navigate, sessions]);

  return (
    <>
      <Loading />
      <p className="sign-in-hint sign-in-finishing" role="status">
        {texts.signIn.finishing}
      </p>
    </>
  );
}
