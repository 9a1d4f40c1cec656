// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const root = `${import.meta.dirname}/..`;
/** Where another app would have it after installing it. */
const installed = `${root}/node_modules/@hotgigs/notifications`;
const kilobyte = 1024;

beforeAll(() => {
  const built = spawnSync(process.execPath, ['scripts/build-package.mjs', installed], { cwd: root, encoding: 'utf8' });
  expect(built.stderr + built.stdout).toBe('');
  expect(built.status).toBe(0);
}, 120_000);

/** What an app that has these lines ships to its users, React aside. */
async function bundle(lines: string): Promise<string> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: 'virtual:app',
        preserveEntrySignatures: 'strict',
        external: /^react(-dom)?(\/|$)/,
      },
    },
    plugins: [
      {
        name: 'app',
        enforce: 'pre',
        resolveId: (id) => (id === 'virtual:app' ? `${root}/virtual-app.js` : null),
        load: (id) => (id.endsWith('virtual-app.js') ? lines : null),
      },
    ],
  })) as Rolldown.RolldownOutput;
  return built.output.map((part) => ('code' in part ? part.code : '')).join('');
}

const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;

describe('the package', () => {
  it('weighs at most 8 KB as the client alone', async () => {
    const size = gzipped(await bundle(`export { NotificationClient } from '@hotgigs/notifications';`));
    console.info(`client alone: ${size} bytes gzipped`);
    expect(size).toBeGreaterThan(4 * kilobyte);
    expect(size).toBeLessThanOrEqual(8 * kilobyte);
  });

  it('weighs at most 40 KB as the whole centre, with its style sheet', async () => {
    const code = await bundle(`export * from '@hotgigs/notifications/react';`);
    const size = gzipped(code) + gzipped(readFileSync(`${installed}/styles.css`, 'utf8'));
    console.info(`whole centre: ${size} bytes gzipped`);
    expect(size).toBeGreaterThan(12 * kilobyte);
    expect(size).toBeLessThanOrEqual(40 * kilobyte);
  });

  it('leaves out what an app does not use', async () => {
    const code = await bundle(`export { HotGigsProvider, useResumeProgress } from '@hotgigs/notifications/react';`);
    expect(code).toContain('watch_resume');
    expect(code).not.toContain('hg-panel');
    expect(code).not.toContain('Benachrichtigungen');
    expect(code).not.toContain('lucide');
  });

  it('can be imported where there is no browser, and by its name', () => {
    const names = `import * as client from '@hotgigs/notifications'; import * as react from '@hotgigs/notifications/react';
      console.log(typeof client.NotificationClient, typeof react.NotificationCenter, typeof react.useWebSocket);`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', names], { cwd: root, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.stdout.trim()).toBe('function function function');
  });

  it('has a style sheet in one piece, in which nothing is bound to left or right', () => {
    const styles = readFileSync(`${installed}/styles.css`, 'utf8');
    expect(styles).not.toContain('@import');
    expect(styles).toContain('--hg-accent');
    expect(styles.match(/^\s*(left|right|(margin|padding|border)-(left|right)(-\w+)?|text-align: (left|right))\b.*$/gm)).toBeNull();
  });

  it.each(['nodenext', 'bundler'])('has types for an app that resolves modules like %s, such as the example', (resolution) => {
    const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
    const run = spawnSync(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', 'example', '--noEmit', '--skipLibCheck', 'false', '--moduleResolution', resolution, '--module', module],
      { cwd: root, encoding: 'utf8' },
    );
    expect(run.stdout).toBe('');
    expect(run.status).toBe(0);
  });

  it('is taken into another app in ten lines, as the documentation shows', () => {
    const example = readFileSync(`${root}/example/main.tsx`, 'utf8').trim();
    expect(example.split('\n').filter((line) => line.trim() !== '')).toHaveLength(10);
    expect(readFileSync(`${root}/../../docs/web-client.md`, 'utf8')).toContain(example);
    expect(readFileSync(`${installed}/README.md`, 'utf8')).toContain(example);
  });
});
