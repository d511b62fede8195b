/** A picture without a size of its own, see-through but for its words. */
export function pictureOfWords(words: string): string {
  const text = words.slice(0, 200).replaceAll(/[<>&]/g, (each) => `&#${each.charCodeAt(0)};`);
  const style = 'font:12px system-ui;fill:#333;stroke:#fff;stroke-width:3px;paint-order:stroke';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><text x="6" y="16" style="${style}">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
