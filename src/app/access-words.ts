/** What someone did with a recording, as the person recorded reads it. */
import type { Access, AccessAct } from '#core/access.ts';

const words: Readonly<Record<AccessAct, string>> = {
  import: 'imported it',
  prefetch: 'had it read ahead, not shown yet',
  open: 'opened it',
  return: 'gave it back without having been shown it',
  label: 'labeled it',
  suggest: 'sent what was done in it to a model that suggests tasks',
  review: 'reviewed its labels',
  export: 'put episodes of it into a release',
  download: 'downloaded a release with episodes of it',
  withdraw: 'withdrew it',
};

const unseen: readonly AccessAct[] = ['import', 'prefetch', 'return', 'withdraw'];

/** Somebody of the team saw it or took something of it; not that it came, was read ahead, or went. */
export const isLook = ({ act, role }: Pick<Access, 'act' | 'role'>): boolean =>
  !unseen.includes(act) && role !== 'contributor';

export function accessWords(access: Pick<Access, 'act' | 'purpose'>): string {
  return access.purpose === undefined
    ? words[access.act]
    : `${words[access.act]} for ${access.purpose}`;
}
