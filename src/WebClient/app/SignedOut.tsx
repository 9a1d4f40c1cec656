import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { SignInFrame } from './pages/sign-in/SignInFrame';
import { SignInPage } from './pages/sign-in/SignInPage';
import { Loading } from './ui/Loading';

const SignInCallback = lazy(() => import('./pages/sign-in/SignInCallback'));

/** All there is while nobody is signed in. Every other address stays, for afterwards. */
export function SignedOut() {
  return (
    <SignInFrame>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="sign-in/callback" element={<SignInCallback />} />
          <Route path="*" element={<SignInPage />} />
        </Routes>
      </Suspense>
    </SignInFrame>
  );
}
