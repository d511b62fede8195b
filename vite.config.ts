import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** For a static host: says where the Supabase is. The embedded server answers this address itself. */
const hostedConfig: Plugin = {
  name: 'hosted-config',
  generateBundle() {
    const { SUPABASE_URL: supabaseUrl, SUPABASE_PUBLISHABLE_KEY: publishableKey } = process.env;
    if (!supabaseUrl || !publishableKey) return;
    const source = JSON.stringify({ supabaseUrl, publishableKey });
    this.emitFile({ type: 'asset', fileName: 'config.json', source });
  },
};

const web = {
  root: at('src'),
  publicDir: at('public'),
  plugins: [svelte(), hostedConfig],
  worker: { format: 'es' as const },
  build: {
    target: 'es2022',
    outDir: at('dist/web'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
    rollupOptions: { input: [at('src/app/index.html'), at('src/replay/replay.html')] },
  },
};

const node = {
  root: at('.'),
  publicDir: false as const,
  build: {
    target: 'node20',
    ssr: true,
    outDir: at('dist/node'),
    emptyOutDir: true,
    rollupOptions: { input: [at('src/cli/tasktape.ts')] },
  },
};

const test = {
  root: at('.'),
  publicDir: false as const,
  plugins: [svelte()],
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/e2e/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
};

export default defineConfig(({ mode }) => (mode === 'test' ? test : mode === 'node' ? node : web));
