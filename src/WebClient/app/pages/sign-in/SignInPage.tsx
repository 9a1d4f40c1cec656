import { useEffect, useState } from 'react';
import { listDemoUsers, type DemoUser } from '../../session/devSignIn';
import { useSession } from '../../session/SessionContext';
import { getSignInMethod, type SignInMethod } from '../../session/signInMethod';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { DemoUsers } from './DemoUsers';
import { ProviderSignIn } from './ProviderSignIn';
import { TokenForm } from './TokenForm';

type Offer = SignInMethod & { users?: DemoUser[] };
type State = { kind: 'loading' } | { kind: 'ready'; offer: Offer } | { kind: 'failed'; error: unknown };

/** Whichever way this server lets people in. */
export function SignInPage() {
  const { ended } = useSession();
  const [state, setState] = useState<State>({ kind: 'loading' });

  useEffect(() => {
    if (state.kind !== 'loading') return;
    let left = false;
    const show = (next: State) => {
      if (!left) setState(next);
    };
    findOffer().then(
      (offer) => show({ kind: 'ready', offer }),
      (error: unknown) => show({ kind: 'failed', error }),
    );
    return () => {
      left = true;
    };
  }, [state.kind]);

  return (
    <>
      {ended && (
        <p className="notice" role="status">
          {texts.signIn.ended}
        </p>
      )}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'ready' && <Way offer={state.offer} />}
      {state.kind === 'failed' && (
        <ErrorState title={texts.signIn.failed} error={state.error} onRetry={() => setState({ kind: 'loading' })} />
      )}
    </>
  );
}

function Way({ offer }: { offer: Offer }) {
  if (offer.method === 'oidc') return <ProviderSignIn method={offer} />;
  return offer.users ? <DemoUsers users={offer.users} /> : <TokenForm roleClaim={offer.role_claim} />;
}

async function findOffer(): Promise<Offer> {
  const method = await getSignInMethod();
  return method.method === 'development' ? { ...method, users: await listDemoUsers() } : method;
}
