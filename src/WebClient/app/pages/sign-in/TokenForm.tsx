import { useState, type FormEvent } from 'react';
import { sessionFromToken } from '../../session/pastedToken';
import { useSessionStore } from '../../session/SessionContext';
import { texts } from '../../texts';

export function TokenForm({ roleClaim }: { roleClaim: string }) {
  const sessions = useSessionStore();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const session = sessionFromToken(text, roleClaim);
    if (!session) setProblem(texts.signIn.tokenInvalid);
    else if (session.expiresAt && Date.parse(session.expiresAt) <= Date.now()) setProblem(texts.signIn.tokenExpired);
    else sessions.signIn(session);
  };

  return (
    <form className="token-form" onSubmit={submit} noValidate>
      <p className="sign-in-hint">{texts.signIn.tokenHint}</p>
      <label htmlFor="token">{texts.signIn.tokenLabel}</label>
      <textarea
        id="token"
        className="input token-input"
        rows={5}
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={problem ? 'token-problem' : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {problem && (
        <p id="token-problem" className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button button-primary">
        {texts.signIn.tokenSubmit}
      </button>
    </form>
  );
}
