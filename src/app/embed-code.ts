/** How a page of another site shows a session: a frame that opens it when a reader gets there. */
import type { SessionId } from '#core/ids.ts';
import type { LookingRole } from './opening-role.ts';
import { pathOf } from './route.ts';

export interface EmbedFacts {
  /** Of the workbench. */
  readonly origin: string;
  readonly project: string;
  readonly session: SessionId;
  readonly as: LookingRole;
  readonly title: string;
}

export function embedCode({ origin, project, session, as, title }: EmbedFacts): string {
  const address = `${origin}${pathOf({ kind: 'embed', project, session })}?as=${as}&t=0`;
  return [
    `<iframe`,
    `  src="${escape(address)}"`,
    `  title="${escape(title)}"`,
    `  width="960"`,
    `  height="640"`,
    `  loading="lazy"`,
    `  allow=""`,
    `  referrerpolicy="no-referrer"`,
    `></iframe>`,
  ].join('\n');
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
