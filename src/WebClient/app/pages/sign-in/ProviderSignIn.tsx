import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'react-router';
import type { OidcMethod } from '../../session/signInMethod';
import { texts } from '../../texts';

/** Signs in where the company's people always do, and comes back to the page that was wanted. */
export function ProviderSignIn({ method }: { method: OidcMethod }) {
  const { pathname, search, hash, state } = useLocation();
  const [problem, setProblem] = useState<string | null>(() => problemIn(state));
  const [isLeaving, setIsLeaving] = useState(false);
  const provider = method.display_name ?? texts.signIn.provider;

  const leave = async (asAnother: boolean) => {
    setIsLeaving(true);
    setProblem(null);
    try {
      const { signInAtProvider } = await import('../../session/oidc');
      await signInAtProvider(method, pathname + search + hash, asAnother);
    } catch {
      setProblem(texts.signIn.providerAway(provider));
    }
    setIsLeaving(false);
  };

  return (
    <div className="provider-sign-in">
      <p className="sign-in-hint">{texts.signIn.oidcHint}</p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button
        type="button"
        className="button button-primary"
        data-testid="sign-in-at-provider"
        disabled={isLeaving}
        onClick={() => void leave(false)}
      >
        <LogIn size={17} aria-hidden="true" />
        {isLeaving ? texts.signIn.leaving : texts.signIn.oidcSubmit(provider)}
      </button>
      {/* The provider would sign the same person in again without asking. */}
      {problem !== null && (
        <button type="button" className="button" onClick={() => void leave(true)}>
          {texts.signIn.oidcOther}
        </button>
      )}
    </div>
  );
}

/** What went wrong at the provider, handed over by the page it leads back to. */
function problemIn(state: unknown): string | null {
  const problem = (state as { problem?: unknown } | null)?.problem;
  return typeof problem === 'string' ? problem : null;
}
