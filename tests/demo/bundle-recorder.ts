import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const entry = fileURLToPath(new URL('./recorded-page.ts', import.meta.url));

/** The recorder with its start for the demo, as one classic script. */
export async function bundleRecorder(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'recorded', fileName: 'recorded' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('Vite gave no bundle.');
  return output.output[0].code;
}
