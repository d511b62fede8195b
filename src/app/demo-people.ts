/** The people a demo install offers at its door; none where the file is absent. */
import type { Role } from '#core/role.ts';

export interface DemoPerson {
  readonly name: string;
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

export async function listDemoPeople(): Promise<readonly DemoPerson[]> {
  try {
    const answer = await fetch('/demo-people.json', { cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as DemoPerson[]) : [];
  } catch {
    return [];
  }
}

/** What a person of each role comes for. */
export const roleAims: Readonly<Record<Role, string>> = {
  annotator: 'Cuts sessions into tasks and names them',
  reviewer: 'Decides on what annotators submit',
  consumer: 'Builds and downloads releases',
  admin: 'Imports recordings, keeps people and labels',
  contributor: 'Sees who looked, takes recordings back',
};
