/** Addresses live behind the hash, so that the desk works from any static folder. */
const routes = [];
let onChange = () => {};

export function route(pattern, page) {
  const names = [];
  const source = pattern.replace(/:(\w+)/g, (_, name) => {
    names.push(name);
    return '([^/]+)';
  });
  routes.push({ match: new RegExp(`^${source}$`), names, page });
}

export const currentPath = () => location.hash.slice(1).split('?')[0] || '/orders';

export function queryOf() {
  return new URLSearchParams(location.hash.split('?')[1] ?? '');
}

export function go(path) {
  if (location.hash === `#${path}`) return;
  history.pushState(null, '', `#${path}`);
  onChange();
}

/** Keeps the address in step with what is shown, without a step in the history. */
export function note(path) {
  if (location.hash !== `#${path}`) history.replaceState(null, '', `#${path}`);
}

export function pageFor(path) {
  for (const { match, names, page } of routes) {
    const found = match.exec(path);
    if (found) return page(Object.fromEntries(names.map((name, at) => [name, found[at + 1]])));
  }
  return undefined;
}

export function startRouter(change) {
  onChange = change;
  addEventListener('popstate', onChange);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#/"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(link.getAttribute('href').slice(1));
  });
  onChange();
}
