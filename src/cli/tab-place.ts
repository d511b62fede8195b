import type { SessionId } from '#core/ids.ts';

/** Which stream of which session a tab of the browser writes. */
export interface TabPlace {
  readonly session: SessionId;
  readonly tab: number;
}

export const nameOfPlace = ({ session, tab }: TabPlace): string => `${session}/${tab}`;
