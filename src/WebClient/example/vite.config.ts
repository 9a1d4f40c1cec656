import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.HOTGIGS_SERVER ?? 'http://localhost:8000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/api': server, '/dev': server, '/ws': { target: server, ws: true } } },
});
