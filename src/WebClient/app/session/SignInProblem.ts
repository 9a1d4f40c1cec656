import { ErrorResponse } from 'oidc-client-ts';
import { texts } from '../texts';

/** Why somebody is not signed in, in words for them. */
export class SignInProblem extends Error {
  constructor(
    message: string,
    /** Where they were going. */
    readonly returnTo: string = '/',
  ) {
    super(message);
    this.name = 'SignInProblem';
  }
}

const unfinished = ['access_denied', 'login_required', 'interaction_required', 'consent_required', 'account_selection_required'];
const passing = ['server_error', 'temporarily_unavailable'];

/** Whether the provider itself said no, and will say so again. */
export function isRefusal(error: unknown): error is ErrorResponse {
  return error instanceof ErrorResponse && !passing.includes(error.error ?? '');
}

/** @param provider What people call the provider. */
export function wordsFor(error: unknown, provider: string): string {
  if (isRefusal(error)) {
    const code = error.error ?? '';
    if (unfinished.includes(code)) return texts.signIn.notFinished;
    // A code that is used late or twice.
    return code === 'invalid_grant' ? texts.signIn.startedElsewhere : texts.signIn.refused(provider, code);
  }
  // The library has no type for it: the answer is to a request that this tab did not make.
  const isOfAnother = error instanceof Error && /^No (matching )?state /.test(error.message);
  return isOfAnother ? texts.signIn.startedElsewhere : texts.signIn.providerAway(provider);
}
