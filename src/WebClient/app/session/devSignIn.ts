import { errorFrom } from '../../lib/react';
import type { Session, User } from './session';

export interface DemoUser extends User {
  description: string;
}

/** The users a development server offers. */
export async function listDemoUsers(): Promise<DemoUser[]> {
  const response = await fetch('/dev/users');
  if (!response.ok) throw await errorFrom(response);
  return (await response.json()) as DemoUser[];
}

export async function signInAsDemoUser({ sub, name, email, roles }: User): Promise<Session> {
  const user = { sub, name, email, roles };
  const response = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(user),
  });
  if (!response.ok) throw await errorFrom(response);
  const { token, expires_at } = (await response.json()) as { token: string; expires_at: string };
  return { user, token, expiresAt: expires_at, method: 'development', renewable: true };
}
