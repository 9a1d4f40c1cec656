// What an app ships to its users for a bell with a notification centre behind it: ours, Novu's and Knock's, bundled and
// minified by one bundler with the same settings, React aside. Needs `npm ci` here and in src/WebClient.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const ours = join(here, 'node_modules/@hotgigs/notifications');
const { status } = spawnSync('npm', ['run', '--silent', 'build:package', '--', ours], {
  cwd: join(here, '../../src/WebClient'),
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const inboxes = {
  '@hotgigs/notifications': {
    lines: `export { HotGigsProvider, NotificationCenter, NotificationClient } from '@hotgigs/notifications/react';`,
    styles: '@hotgigs/notifications/styles.css',
  },
  '@novu/react': { lines: `export { Inbox } from '@novu/react';` },
  '@knocklabs/react': {
    lines: `export { KnockProvider, KnockFeedProvider, NotificationIconButton, NotificationFeedPopover } from '@knocklabs/react';`,
    styles: '@knocklabs/react/dist/index.css',
  },
};

const require = createRequire(import.meta.url);
const sizes = [];
for (const [name, { lines, styles }] of Object.entries(inboxes)) {
  const css = styles ? readFileSync(join(here, 'node_modules', styles)) : Buffer.alloc(0);
  const { version } = require(join(here, 'node_modules', name, 'package.json'));
  sizes.push({ name, version, bytes: gzipped(await bundle(lines)) + (css.length > 0 ? gzipped(css) : 0) });
}

console.log('| package | gzipped, React aside | ratio |\n|---|---|---|');
for (const { name, version, bytes } of sizes)
  console.log(`| ${name} ${version} | ${(bytes / 1024).toFixed(1)} KB | ${(bytes / sizes[0].bytes).toFixed(1)} |`);

async function bundle(lines) {
  const { output } = await build({
    root: here,
    configFile: false,
    logLevel: 'error',
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
        resolveId: (id) => (id === 'virtual:app' ? join(here, 'virtual-app.js') : null),
        load: (id) => (id.endsWith('virtual-app.js') ? lines : null),
      },
    ],
  });
  return output.map((part) => ('code' in part ? part.code : '')).join('');
}

function gzipped(content) {
  return gzipSync(content, { level: 9 }).length;
}
