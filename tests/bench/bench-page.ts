/** The page of the bench: a table of 1,000 rows, and one minute of work on it without the waiting. */
const rows = 1000;

const styles = `body { font: 14px sans-serif; margin: 0 }
  header { position: sticky; top: 0; background: white; padding: 8px }
  table { border-collapse: collapse; width: 100%; table-layout: fixed }
  td { border-bottom: 1px solid #ddd; padding: 4px 8px }
  tr.is-selected { background: #e8f0fe }`;

export const benchHtml = `<!doctype html><html lang="en"><head><title>Orders</title>
  <style>${styles}</style></head><body>
  <header><input id="search" placeholder="Search"> <textarea id="note"></textarea>
  <button id="save" type="button">Save</button> <span id="count"></span></header>
  <table><tbody>${Array.from({ length: rows }, (_, at) => rowHtml(at)).join('')}</tbody></table>
  </body></html>`;

/** Ten nodes, so that the page has 10,000. */
function rowHtml(at: number): string {
  const cells = [
    '<input type="checkbox">',
    `<a href="/orders/${at}">Customer ${at} van Houten</a>`,
    `person${at}@mail.example`,
    `€ ${(at * 13.37).toFixed(2)}`,
  ];
  return `<tr id="row-${at}" class="order"><td>${cells.join('</td><td>')}</td></tr>`;
}

/** Runs in the page: one batch of what an application does by itself. */
export function workOnce(step: number): void {
  const body = document.querySelector('tbody')!;
  const rowAt = (at: number) => body.children[(at * 37) % body.children.length] as HTMLElement;
  for (let at = 0; at < 10; at += 1) {
    const row = rowAt(step * 10 + at);
    row.lastElementChild!.textContent = `€ ${(step * 11.1 + at).toFixed(2)}`;
    row.classList.toggle('is-selected', (step + at) % 3 === 0);
  }
  rowAt(step).style.opacity = String(0.5 + (step % 5) / 10);
  document.querySelector('#count')!.textContent = `${step} of 300 changed`;
  if (step % 6 === 0) {
    const fresh = body.firstElementChild!.cloneNode(true) as HTMLElement;
    fresh.id = `row-new-${step}`;
    body.prepend(fresh);
    body.lastElementChild!.remove();
  }
  if (step % 100 === 50) {
    history.pushState(null, '', `/orders/${step}?page=${step}`);
    document.title = `Orders, page ${step}`;
  }
}
