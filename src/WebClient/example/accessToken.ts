let current: Promise<string> | undefined;

/** Your app has one of these already: here it is the token of a demo user of a development server. */
export async function accessToken({ renew }: { renew: boolean }): Promise<string> {
  if (renew || !current) current = demoToken();
  return current;
}

async function demoToken(): Promise<string> {
  const answer = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ sub: 'demo-recruiter', name: 'Demo Recruiter', email: 'recruiter@hotgigs.example', roles: ['recruiter'] }),
  });
  const { token } = (await answer.json()) as { token: string };
  return token;
}
