/** The demo tool as the bench records it: a longer table, a style sheet as large as real ones, a part
 * that is always busy, and a way to start the day again. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SeededRandom } from '#tests/demo/seeded-random.ts';
import { html, serveSite, type Site } from '#tests/privacy/serve-site.ts';

const folder = fileURLToPath(new URL('../../public/demo/', import.meta.url));
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
const sheetBytes = 260_000;

/** Runs in the page. Things of it change for a second, one at every tick, and rest for two, as news
 * comes to pages that are alive: in bursts. */
const pulse = `
  const bar = document.createElement('div');
  bar.className = 'pulse';
  bar.innerHTML = '<i style="width: 0px;"></i><b>0</b>';
  document.body.append(bar);
  const [line, count] = bar.children;
  let ticks = 0;
  let beats = 0;
  let timer;
  const rows = () => document.querySelectorAll('tbody tr');
  const tick = () => {
    beats += 1;
    if (beats % 120 >= 40) return;
    ticks += 1;
    const row = rows()[(ticks * 37) % Math.max(1, rows().length)];
    if (ticks % 4 === 0) line.style.width = (ticks % 100) + 'px';
    else if (ticks % 4 === 1 || !row) count.textContent = String(ticks);
    else if (ticks % 4 === 2) row.classList.toggle('is-warm');
    else row.lastElementChild.setAttribute('data-seen', String(ticks));
  };
  globalThis.deskPulse = {
    go: () => void (timer = setInterval(tick, 25)),
    stop() {
      clearInterval(timer);
      ticks = 0;
      beats = 0;
      line.style.width = '0px';
      count.textContent = '0';
    },
  };`;

const changed: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'orders-page.js': [['const pageSize = 20;', 'const pageSize = 60;']],
  'store.js': [
    [
      'let data = load();',
      'let data = load();\nglobalThis.startTheDayAgain = () => { data = freshDay(); save(); };',
    ],
  ],
};

/** A directory under the desk, so that every page has as many nodes as pages have. */
const directory = `<details class="desks"><summary>All desks</summary><ul>${Array.from(
  { length: 320 },
  (_, at) => `<li><a href="#/desks/${at}">Desk ${at}, counter ${at % 7}</a></li>`,
).join('')}</ul></details>`;

/** Rules of which a page uses few, as in the frameworks that most pages carry along. */
function largeSheet(): string {
  const random = new SeededRandom(55);
  const pick = (list: readonly string[]) => list[Math.floor(random.next() * list.length)];
  const parts: string[] = [
    '.is-warm { background: #fff6e5 } .pulse { position: fixed; bottom: 0 }',
  ];
  for (let at = 0, bytes = 0; bytes < sheetBytes; at += 1) {
    const size = Math.round(random.between(0, 64));
    const rule =
      `.u-${pick(['m', 'p', 'gap', 'w', 'h'])}-${at}${pick(['', ':hover', ' > li', '::before'])} { ` +
      `${pick(['margin', 'padding', 'inset'])}: ${size}px ${at % 17}px; ` +
      `color: #${at.toString(16).padStart(6, '0')}; transition: ${pick(['color', 'opacity'])} ${at % 400}ms }`;
    parts.push(rule);
    bytes += rule.length;
  }
  return parts.join('\n');
}

export async function serveDesk(): Promise<Site> {
  const sheet = largeSheet();
  return serveSite(async (asked) => {
    const path = normalize(asked);
    if (!path.startsWith('/demo/')) return undefined;
    const name = path.slice('/demo/'.length) || 'index.html';
    const source = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (source === undefined) return undefined;
    if (name === 'index.html')
      return html(
        source
          .replace('</head>', `<style>${sheet}</style></head>`)
          .replace('</body>', `${directory}<script>${pulse}</script></body>`),
      );
    return { type: types[extname(name)] ?? 'application/octet-stream', body: edited(name, source) };
  });
}

function edited(name: string, source: string): string {
  let result = source;
  for (const [from, to] of changed[name] ?? []) {
    if (!result.includes(from)) throw new Error(`The demo’s ${name} no longer says “${from}”.`);
    result = result.replace(from, to);
  }
  return result;
}
