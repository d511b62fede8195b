import { withheldSelector } from './withheld-sources.ts';

const { images, media } = withheldSelector;

/** Rules by which what was withheld looks like everything that is, in the colours of `root`; a page's own
 * inset shadow would lie on that. */
export function withheldRules(root: HTMLElement): readonly string[] {
  const probe = document.createElement('i');
  probe.style.background = 'var(--masked-hatch)';
  root.append(probe);
  const { backgroundImage } = getComputedStyle(probe);
  probe.remove();
  return backgroundImage === 'none'
    ? []
    : [
        `:is(${images}, ${media}) { background: ${backgroundImage} !important; box-shadow: none !important; }`,
      ];
}

/** How many pictures, and films and sounds, of a page are not in the recording. */
export function countWithheld(page: Document): {
  readonly images: number;
  readonly media: number;
} {
  const count = { images: 0, media: 0 };
  const pages = [page];
  for (let each = pages.pop(); each !== undefined; each = pages.pop()) {
    count.images += each.querySelectorAll(images).length;
    count.media += each.querySelectorAll(media).length;
    for (const { contentDocument } of each.querySelectorAll('iframe'))
      if (contentDocument) pages.push(contentDocument);
  }
  return count;
}
