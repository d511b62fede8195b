/** `npm test`: installs what is missing, then checks, unit, database and browser tests, counted together. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, InstallError } from '../src/cli/install.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @param {string} name @param {number} passed @param {number} failed */
function count(name, passed, failed, skipped = 0) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(name);
}

/** @param {string} name @param {string} script */
async function check(name, script) {
  console.log(`\n── ${name}`);
  const code = await run('npm', ['run', '--silent', script]);
  count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {string} folder */
async function vitest(folder) {
  console.log('\n── unit and database tests');
  const file = join(folder, 'vitest.json');
  const code = await run('npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  const failed = report?.numFailedTests ?? 0;
  count(
    'unit and database tests',
    report?.numPassedTests ?? 0,
    failed || (code === 0 && report ? 0 : 1),
    report?.numPendingTests ?? 0,
  );
}

async function ensureBrowser() {
  const { tsImport } = await import('tsx/esm/api');
  const { findChromium } = await tsImport('./browser.ts', import.meta.url);
  if (findChromium()) return;
  console.log('No Chromium found; getting one.');
  const root = process.getuid?.() === 0;
  if (existsSync('/usr/bin/apt-get') && root) {
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
  }
  if (!findChromium()) await run('npx', ['playwright', 'install', 'chromium']);
}

/** @param {string} folder */
async function playwright(folder) {
  console.log('\n── browser tests');
  const file = join(folder, 'playwright.json');
  const code = await run('npx', ['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = readReport(file)?.stats;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  count(
    'browser tests',
    stats?.expected ?? 0,
    failed || (code === 0 && stats ? 0 : 1),
    stats?.skipped ?? 0,
  );
}

try {
  await ensureInstalled();
  await ensureBrowser();
  await ensureBuilt();
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'tasktape-test-'));
try {
  await check('types', 'check:types');
  await check('svelte-check', 'check:svelte');
  await check('lint', 'check:lint');
  await check('format', 'check:format');
  await vitest(folder);
  await playwright(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
