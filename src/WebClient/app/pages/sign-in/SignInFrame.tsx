import { BellRing, Check } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Brand } from '../../shell/Brand';
import { texts } from '../../texts';

/** What stands around every way to sign in. */
export function SignInFrame({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.title = texts.signIn.title;
  }, []);

  return (
    <main className="sign-in">
      <section className="sign-in-form">
        <Brand />
        <h1>{texts.signIn.title}</h1>
        {children}
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
