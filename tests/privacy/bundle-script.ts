import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** A file of this folder, with what it imports, as one classic script. `instead` gives other source
 * for modules, by the names they are imported under. */
export async function bundleScript(
  file: string,
  instead: Readonly<Record<string, string>> = {},
): Promise<string> {
  const entry = fileURLToPath(new URL(file, import.meta.url));
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [replaceModules(instead)],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'bundled', fileName: 'bundled' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('Vite gave no bundle.');
  return output.output[0].code;
}

function replaceModules(instead: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'replace-modules',
    enforce: 'pre',
    resolveId: (name) => (name in instead ? `\0${name}` : undefined),
    load: (id) => instead[id.slice(1)],
  };
}
