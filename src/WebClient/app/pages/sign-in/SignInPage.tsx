import { BellRing, Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { listDemoUsers, type DemoUser } from '../../session/devSignIn';
import { useSession } from '../../session/SessionContext';
import { Brand } from '../../shell/Brand';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { DemoUsers } from './DemoUsers';
import { TokenForm } from './TokenForm';

type Offer =
  | { kind: 'loading' }
  | { kind: 'demo'; users: DemoUser[] }
  | { kind: 'token' }
  | { kind: 'failed'; error: unknown };

export function SignInPage() {
  const { ended } = useSession();
  const [offer, setOffer] = useState<Offer>({ kind: 'loading' });

  useEffect(() => {
    if (offer.kind !== 'loading') return;
    let left = false;
    const show = (next: Offer) => {
      if (!left) setOffer(next);
    };
    listDemoUsers().then(
      (users) => show(users ? { kind: 'demo', users } : { kind: 'token' }),
      (error: unknown) => show({ kind: 'failed', error }),
    );
    return () => {
      left = true;
    };
  }, [offer.kind]);

  useEffect(() => {
    document.title = texts.signIn.title;
  }, []);

  return (
    <main className="sign-in">
      <section className="sign-in-form">
        <Brand />
        <h1>{texts.signIn.title}</h1>
        {ended && (
          <p className="notice" role="status">
            {texts.signIn.ended}
          </p>
        )}
        {offer.kind === 'loading' && <Loading />}
        {offer.kind === 'demo' && <DemoUsers users={offer.users} />}
        {offer.kind === 'token' && <TokenForm />}
        {offer.kind === 'failed' && (
          <ErrorState
            title={texts.signIn.demoFailed}
            error={offer.error}
            onRetry={() => setOffer({ kind: 'loading' })}
          />
        )}
      </section>
      <aside className="sign-in-pitch">
        <span className="sign-in-bell" aria-hidden="true">
          <BellRing size={30} strokeWidth={1.75} />
        </span>
        <p className="sign-in-claim">{texts.signIn.pitch}</p>
        <ul>
          {texts.signIn.pitchPoints.map((point) => (
            <li key={point}>
              <Check size={17} aria-hidden="true" />
              {point}
            </li>
          ))}
        </ul>
      </aside>
    </main>
  );
}
