import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';
import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config';

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

/** Manifest, icons, and the two scripts that go into recorded pages, where modules can't go. */
const unpackedExtension: Plugin = {
  name: 'unpacked-extension',
  async generateBundle() {
    const from = (name: string) => readFileSync(at(`src/extension/${name}`));
    const emit = (fileName: string, source: string | Uint8Array) =>
      this.emitFile({ type: 'asset', fileName, source });
    const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };
    const manifest = { version, ...(JSON.parse(from('manifest.json').toString()) as object) };
    emit('manifest.json', JSON.stringify(manifest, undefined, 2));
    for (const size of [16, 32, 48, 128]) emit(`icons/${size}.png`, from(`icons/${size}.png`));
    for (const name of ['page', 'bridge'])
      emit(`${name}.js`, await classicScript(at(`src/extension/${name}.ts`)));
  },
};

async function classicScript(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'tasktape' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error(`Nothing came of ${entry}.`);
  return output.output[0].code;
}

/** `./x.ts?program`: x and all it imports as one function that answers x's exports. Its source can
 * be given to a worker, or it can be called in place: one copy for both. */
const programs: Plugin = {
  name: 'programs',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('?program')) return undefined;
    const file = await this.resolve(source.slice(0, -'?program'.length), importer);
    return file && `${file.id}?program`;
  },
  async load(id) {
    if (!id.endsWith('?program')) return undefined;
    const code = await classicScript(id.slice(0, -'?program'.length));
    return `export default function () {${code}\nreturn tasktape;}`;
  },
};

/** What `tasktape record` puts into pages. */
const boundPage: Plugin = {
  name: 'bound-page',
  async generateBundle({ format }) {
    if (format !== 'iife') return;
    const source = await classicScript(at('src/recorder/bound-page.ts'));
    this.emitFile({ type: 'asset', fileName: 'bound-page.js', source });
  },
};

/** For script tags and bundlers. */
const recorder = {
  root: at('.'),
  publicDir: false as const,
  plugins: [programs, boundPage],
  build: {
    target: 'es2022',
    outDir: at('dist/recorder'),
    emptyOutDir: true,
    lib: {
      entry: at('src/recorder/start.ts'),
      name: 'Tasktape',
      formats: ['es' as const, 'iife' as const],
      fileName: (format: string) => (format === 'es' ? 'recorder.js' : 'recorder.iife.js'),
    },
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
    rollupOptions: {
      input: ['app/index.html', 'frame/replay.html', 'frame/preview.html'].map((page) =>
        at(`src/${page}`),
      ),
    },
  },
};

/** The background and the pages of the extension; what goes into recorded pages is built beside. */
const extension = {
  root: at('src/extension'),
  publicDir: false as const,
  base: '/',
  plugins: [unpackedExtension],
  build: {
    target: 'es2022',
    outDir: at('dist/extension'),
    emptyOutDir: true,
    modulePreload: false as const,
    // The pages' own policy takes no data: addresses.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: ['background.ts', 'popup.html', 'options.html', 'consent.html'].map((name) =>
        at(`src/extension/${name}`),
      ),
      output: { entryFileNames: '[name].js' },
    },
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

const byMode: Record<string, ViteUserConfig> = { test, node, recorder, extension };

export default defineConfig(({ mode }) => byMode[mode] ?? web);
