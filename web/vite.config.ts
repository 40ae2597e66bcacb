import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The program answers every path under /console with the console's page; the development server has to do the same. */
const consoleFallback = (): Plugin => ({
  name: 'console-fallback',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/console(?:\/|\?|$)/.test(request.url ?? '')) request.url = '/console/index.html';
      next();
    });
  },
});

/** Puts a .br and a .gz beside every built file worth it; the program sends whichever a browser takes. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir }) {
    const folder = join(dir ?? '', 'assets');
    for (const name of readdirSync(folder).filter((each) => /\.(?:js|css|svg)$/.test(each))) {
      const content = readFileSync(join(folder, name));
      // A packet carries this much anyway.
      if (content.length < 1_400) continue;
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  },
});

/** Where `npm run dev` finds the running program. */
const program = process.env.REPLYBOT_URL ?? 'http://127.0.0.1:5000';
const proxied = { target: program, ws: true };

export default defineConfig({
  plugins: [react(), consoleFallback(), compressed()],
  resolve: {
    alias: [
      // Web Chat's minimal variant: the same component without Adaptive Cards and without the speech SDK, which would
      // more than double what a buyer's phone has to load. The package does not list it among its exports.
      {
        find: /^botframework-webchat$/,
        replacement: here('./node_modules/botframework-webchat/dist/botframework-webchat.minimal.mjs'),
      },
      // Web Chat asks for an ES5 copy of p-defer that its install script would first have to compile.
      { find: /^p-defer-es5$/, replacement: 'p-defer' },
    ],
    dedupe: ['react', 'react-dom'],
  },
  // Web Chat reads this name besides NODE_ENV, and browsers have no `process`.
  define: { 'process.env.node_env': 'undefined' },
  build: {
    outDir: here('../src/ReplyBot/wwwroot'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
    // The notices of the packages that end up in the bundles.
    license: { fileName: 'assets/licenses.md' },
    rolldownOptions: {
      input: { buyer: here('./index.html'), console: here('./console/index.html') },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': proxied, '/hubs': proxied, '/v3': proxied, '/webchat': proxied },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
