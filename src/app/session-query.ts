/** What the sessions list shows and in which order, as the address keeps it. */
import type { Session, SessionProgress } from '#core/session.ts';

export const sessionSorts = [
  'added',
  'title',
  'contributor',
  'duration',
  'pages',
  'keystrokes',
  'status',
] as const;
export type SessionSort = (typeof sessionSorts)[number];

export const progresses: readonly SessionProgress[] = [
  'new',
  'in progress',
  'submitted',
  'changes requested',
  'approved',
  'rejected',
];

export interface SessionQuery {
  readonly text: string;
  readonly progress: SessionProgress | undefined;
  readonly sort: SessionSort;
  readonly descending: boolean;
}

export function readSessionQuery(address: string): SessionQuery {
  const search = new URLSearchParams(address);
  const sort = sessionSorts.find((each) => each === search.get('sort')) ?? 'added';
  const order = search.get('order');
  return {
    text: search.get('q') ?? '',
    progress: progresses.find((each) => each === search.get('status')),
    sort,
    descending: order === null ? descendsAtFirst(sort) : order === 'down',
  };
}

/** Only what differs from the plain list stands in the address. */
export function writeSessionQuery(query: SessionQuery): string {
  const search = new URLSearchParams();
  if (query.text !== '') search.set('q', query.text);
  if (query.progress !== undefined) search.set('status', query.progress);
  if (query.sort !== 'added') search.set('sort', query.sort);
  if (query.descending !== descendsAtFirst(query.sort))
    search.set('order', query.descending ? 'down' : 'up');
  return search.toString();
}

/** The query after a press on a column's head: sort by it, or turn the order around. */
export function sortBy(query: SessionQuery, sort: SessionSort): SessionQuery {
  const descending = query.sort === sort ? !query.descending : descendsAtFirst(sort);
  return { ...query, sort, descending };
}

function descendsAtFirst(sort: SessionSort): boolean {
  return sort !== 'title' && sort !== 'contributor' && sort !== 'status';
}

export function querySessions(
  sessions: readonly Session[],
  query: SessionQuery,
): readonly Session[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = sessions.filter(
    (session) =>
      (query.progress === undefined || session.progress === query.progress) &&
      words.every((word) => textOf(session).includes(word)),
  );
  const compare = comparers[query.sort];
  const turn = query.descending ? -1 : 1;
  return found.sort((a, b) => turn * compare(a, b) || b.addedAt - a.addedAt);
}

function textOf(session: Session): string {
  return `${session.title} ${session.startUrl} ${session.contributor} ${session.id}`.toLowerCase();
}

const collator = new Intl.Collator('en', { numeric: true });

const comparers: Readonly<Record<SessionSort, (a: Session, b: Session) => number>> = {
  added: (a, b) => a.addedAt - b.addedAt,
  title: (a, b) => collator.compare(a.title || a.startUrl, b.title || b.startUrl),
  contributor: (a, b) => collator.compare(a.contributor, b.contributor),
  duration: (a, b) => a.durationMs - b.durationMs,
  pages: (a, b) => a.pages - b.pages,
  keystrokes: (a, b) => a.keystrokes - b.keystrokes,
  status: (a, b) => progresses.indexOf(a.progress) - progresses.indexOf(b.progress),
};
