// @vitest-environment node
import { expect, it } from 'vitest';

const lib = import.meta.glob<string>('../lib/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const client = Object.entries(lib).filter(([path]) => path.includes('/client/'));

const imports = (source: string) => [...source.matchAll(/from '([^']+)'/g)].map((match) => match[1]!);

it('finds the files it is about', () => {
  expect(Object.keys(lib).length).toBeGreaterThan(30);
  expect(client.length).toBeGreaterThan(15);
});

it('keeps the library free of the pages, because it is published on its own', () => {
  const offenders = Object.entries(lib).filter(([, source]) => imports(source).some((name) => /(^|\/)app(\/|$)/.test(name)));
  expect(offenders.map(([path]) => path)).toEqual([]);
});

it('keeps the client free of any framework', () => {
  const offenders = client.filter(([, source]) => imports(source).some((name) => !name.startsWith('./')));
  expect(offenders.map(([path]) => path)).toEqual([]);
});
