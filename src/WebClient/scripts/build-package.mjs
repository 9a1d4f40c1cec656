// Builds lib/ into a package that others install: ES modules one to one, their types, one style sheet.
// Usage: node scripts/build-package.mjs [folder], which is dist unless said.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lib = join(root, 'lib');
const out = resolve(process.argv[2] ?? join(root, 'dist'));

rmSync(out, { recursive: true, force: true });
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: [join(lib, 'client/index.ts'), join(lib, 'react/index.ts')], formats: ['es'] },
    rolldownOptions: {
      external: /^(react|lucide-react)(\/|$)/,
      output: {
        preserveModules: true,
        preserveModulesRoot: lib,
        entryFileNames: '[name].js',
        // For frameworks that render on the server: only what has state is the browser's.
        banner: ({ name }) => (name.startsWith('react/') ? `'use client';` : ''),
      },
    },
  },
});

const compiler = join(root, 'node_modules/typescript/bin/tsc');
const types = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.lib.json'), '--outDir', out], { stdio: 'inherit' });
if (types.status !== 0) process.exit(types.status ?? 1);
for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const file = join(out, name);
  // TypeScript's own resolution for Node wants the extension; bundlers do without.
  const withExtension = (_, start, path, end) =>
    `${start}${path}${existsSync(join(dirname(file), path, 'index.d.ts')) ? '/index' : ''}.js${end}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/((?:from|import\() ?['"])(\.\.?\/[^'"]+)(['"])/g, withExtension));
}

const sheet = readFileSync(join(lib, 'styles/index.css'), 'utf8');
const styles = sheet.replace(/@import '(.+)';/g, (_, path) => readFileSync(join(lib, 'styles', path), 'utf8'));
writeFileSync(join(out, 'styles.css'), styles);
for (const name of ['package.json', 'README.md']) copyFileSync(join(lib, name), join(out, name));
copyFileSync(join(root, '../../LICENSE'), join(out, 'LICENSE'));
