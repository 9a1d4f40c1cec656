/** Before anyone is known. `provider` is what the company calls the place where its people sign in. */
export const signInTexts = {
  title: 'Sign in to HotGigs',
  demoHint: 'Choose who you want to be. Open a second tab to be someone else at the same time.',
  failed: 'We couldn’t find out how to sign in here.',
  ended: 'Your session has ended. Please sign in again.',
  oidcHint: 'You sign in where you always do. HotGigs never sees your password.',
  oidcSubmit: (provider: string) => `Sign in with ${provider}`,
  oidcOther: 'Use another account',
  provider: 'your company account',
  leaving: 'One moment…',
  finishing: 'Signing you in…',
  notFinished: 'You did not finish signing in. You can try again whenever you like.',
  startedElsewhere: 'This sign-in was started in another tab, or too long ago. Please start it again here.',
  providerAway: (provider: string) => `We couldn’t reach ${provider}. Check your connection and try again in a moment.`,
  serverAway: 'You are signed in, but we couldn’t reach HotGigs. Try again in a moment.',
  refused: (provider: string, code: string) =>
    `${capitalized(provider)} refused to sign you in. Please tell whoever runs HotGigs, with this code: ${code}`,
  notAccepted: (provider: string) =>
    `HotGigs doesn’t accept what it got from ${provider}. Please tell whoever runs HotGigs: the settings of the two don’t match.`,
  noRole: (name: string) =>
    `The account of ${name} has no role in HotGigs yet. Ask whoever looks after accounts in your company to make it a recruiter, an admin or a candidate.`,
  tokenHint: 'This server takes access tokens from your identity provider. Paste one to go on.',
  tokenLabel: 'Access token',
  tokenSubmit: 'Continue',
  tokenInvalid: 'This doesn’t look like an access token. Copy the whole of it: three parts, with dots between.',
  tokenExpired: 'This token has expired. Please get a new one.',
  pitch: 'Every resume, live. Every candidate, the moment they arrive.',
  pitchPoints: [
    'Watch each resume move from 0 to 100 %',
    'Be told at once when a candidate is ready',
    'Read on one device, read on all of them',
  ],
};

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
