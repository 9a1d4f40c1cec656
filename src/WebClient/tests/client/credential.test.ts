// @vitest-environment node
import { expect, it, vi } from 'vitest';
import { ticketOrToken } from '../../lib/client/credential';
import { ApiError, Http } from '../../lib/client/http';

function credentials(answer: () => Response, token: string | null = 'a token') {
  const requests: string[] = [];
  const provider = vi.fn(() => Promise.resolve(token));
  const http = new Http({
    token: provider,
    fetch: (input, init) => {
      requests.push(`${init?.method} ${String(input)}`);
      return Promise.resolve(answer());
    },
  });
  return { requests, provider, take: ticketOrToken(http, provider) };
}

it('takes a new ticket for each connection, so that no token stands in an address', async () => {
  let n = 0;
  const { take, requests } = credentials(() => Response.json({ ticket: `t/${++n}`, expires_in: 30 }));
  expect(await take({ renew: false })).toBe('ticket=t%2F1');
  expect(await take({ renew: false })).toBe('ticket=t%2F2');
  expect(requests).toEqual(['POST /ws/ticket', 'POST /ws/ticket']);
});

it('takes the token, escaped, where the server has no tickets, and asks it no more', async () => {
  const { take, requests } = credentials(() => new Response(null, { status: 404 }));
  expect(await take({ renew: false })).toBe('token=a%20token');
  expect(await take({ renew: false })).toBe('token=a%20token');
  expect(requests).toHaveLength(1);
});

it('leaves it to the socket to refuse a token, and asks for tickets again afterwards', async () => {
  let status = 401;
  const { take } = credentials(() => (status === 401 ? new Response(null, { status }) : Response.json({ ticket: 't' })));
  expect(await take({ renew: false })).toBe('token=a%20token');
  status = 200;
  expect(await take({ renew: true })).toBe('ticket=t');
});

it('fails where the server cannot give one now, so that the connection backs off', async () => {
  const { take } = credentials(() => new Response(null, { status: 429 }));
  await expect(take({ renew: false })).rejects.toBeInstanceOf(ApiError);
});

it('hands on that a new token is wanted, and that nobody is signed in', async () => {
  const { take, provider, requests } = credentials(() => Response.json({ ticket: 't' }), null);
  expect(await take({ renew: true })).toBeNull();
  expect(provider).toHaveBeenCalledExactlyOnceWith({ renew: true });
  expect(requests).toEqual([]);
});
