const paths = {
  orders: ['M4 5h16v14H4z', 'M4 10h16', 'M9 10v9'],
  customers: ['M4 20v-9l8-6 8 6v9z', 'M10 20v-6h4v6'],
  plus: ['M12 5v14', 'M5 12h14'],
  search: ['M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14', 'M20 20l-4-4'],
  lock: ['M6 11h12v9H6z', 'M9 11V8a3 3 0 0 1 6 0v3'],
  keyboard: ['M3 7h18v10H3z', 'M7 11h.01', 'M11 11h.01', 'M15 11h.01', 'M8 14h8'],
  back: ['M14 6l-6 6 6 6'],
  next: ['M10 6l6 6-6 6'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  check: ['M5 12l5 5L19 8'],
  alert: ['M12 4l9 16H3z', 'M12 10v4', 'M12 17h.01'],
  edit: ['M5 19h3L19 8l-3-3L5 16z'],
  note: ['M6 4h9l4 4v12H6z', 'M9 12h6', 'M9 16h6'],
  truck: ['M3 7h11v9H3z', 'M14 10h4l3 3v3h-7z', 'M7 16v2', 'M17 16v2'],
  mail: ['M4 6h16v12H4z', 'M4 7l8 6 8-6'],
  trash: ['M5 7h14', 'M9 7V4h6v3', 'M7 7l1 13h8l1-13'],
  up: ['M7 14l5-5 5 5'],
  down: ['M7 10l5 5 5-5'],
};

const svg = 'http://www.w3.org/2000/svg';

/** A line icon beside words that say the same, hence hidden from assistive technology. */
export function icon(name) {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('class', 'icon');
  picture.setAttribute('aria-hidden', 'true');
  for (const data of paths[name]) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', data);
    picture.append(path);
  }
  return picture;
}
