/**
 * Gets this folder ready to run with nothing but Node and npm: packages as the lockfile says, and
 * a build of the sources as they are. Plain JavaScript, for nothing is installed when it starts.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const at = (/** @type {string[]} */ ...names) => join(root, ...names);

/** Something a person must put right first; its message is a sentence. */
export class InstallError extends Error {}

/** Throws an `InstallError` when this Node is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new InstallError(
      `Tasktape needs Node 20.19 or newer; this is ${version}. Install a newer one from nodejs.org.`,
    );
}

/** Runs `npm ci` when what is installed is not what package-lock.json asks for. */
export async function ensureInstalled() {
  checkNode();
  if (await isInstalled()) return;
  say('Installing packages, which takes a minute the first time …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const install = () => run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  let { code, said } = await install();
  if (code !== 0) {
    say('That did not go through; trying once more …');
    ({ code, said } = await install());
  }
  if (code !== 0)
    throw new InstallError(
      `${said}\nInstalling the packages failed. Check the connection to the npm registry and try again.`,
    );
}

/** Builds everything when its sources changed since it was built. */
export async function ensureBuilt() {
  const stamp = await hashSources();
  const stampFile = at('dist', 'built-from');
  if ((await read(stampFile)) === stamp && existsSync(at('dist', 'web', 'app', 'index.html')))
    return;
  // Built aside and then put in place, so that a build that fails or is cut off spoils nothing.
  const aside = at('dist', `build-${process.pid}`);
  await removeAbandoned();
  try {
    await build('Building the workbench …', join(aside, 'web'), []);
    await build('Building the server …', join(aside, 'node'), ['--mode', 'node']);
    await build('Building the recorder …', join(aside, 'recorder'), ['--mode', 'recorder']);
    await build('Building the extension …', join(aside, 'extension'), ['--mode', 'extension']);
    await rm(stampFile, { force: true });
    for (const part of ['web', 'node', 'recorder', 'extension']) {
      await rm(at('dist', part), { recursive: true, force: true });
      await rename(join(aside, part), at('dist', part));
    }
    await writeFile(stampFile, stamp);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Removes what builds left that were killed. */
async function removeAbandoned() {
  for (const name of await readdir(at('dist')).catch(() => [])) {
    const pid = Number(/^build-(\d+)$/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) await rm(at('dist', name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function isInstalled() {
  const wanted = await readPackages(at('package-lock.json'));
  const present = await readPackages(at('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    const found = present[path];
    if (!found) return path === '' || optional || devOptional;
    return found.version === version && found.integrity === integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked
 * @param {string} file
 * @returns {Promise<Record<string, Locked>>}
 */
async function readPackages(file) {
  const text = await read(file);
  return text ? JSON.parse(text).packages : {};
}

async function hashSources() {
  const hash = createHash('sha256');
  const files = [
    ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'].map((f) => at(f)),
    ...(await filesIn(at('src'))),
    ...(await filesIn(at('public'))),
  ];
  for (const file of files.sort())
    hash.update(file.slice(root.length)).update(await readFile(file));
  return hash.digest('hex');
}

/** @param {string} folder */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.ts$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** @param {string} sentence @param {string} outDir @param {string[]} more */
async function build(sentence, outDir, more) {
  say(sentence);
  await mkdir(outDir, { recursive: true });
  const vite = at('node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--logLevel', 'warn', ...more];
  const { code, said } = await run(process.execPath, args);
  if (code !== 0) throw new InstallError(`${said}\nThe build failed; what it said is above.`);
}

/** @param {string} command @param {string[]} args @returns {Promise<{ code: number, said: string }>} */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a script on Windows, which only a shell starts.
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', () =>
      reject(new InstallError(`${command} could not be started. Is npm installed beside Node?`)),
    );
    child.once('close', (code) => resolve({ code: code ?? 1, said: said.trim() }));
  });
}

/** @param {string} path */
const read = (path) => readFile(path, 'utf8').catch(() => undefined);

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`);
