import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from './write-file-durably.ts';

export const demoRoles = ['annotator', 'reviewer', 'consumer', 'admin', 'contributor'] as const;

export type DemoRole = (typeof demoRoles)[number];

/** Somebody to sign in as in the demo. The password is made per install. */
export interface DemoPerson {
  readonly name: string;
  readonly role: DemoRole;
  readonly email: string;
  readonly password: string;
  /** What this person does here, for whoever chooses among them. */
  readonly about: string;
}

const people: Readonly<Record<DemoRole, Pick<DemoPerson, 'name' | 'about'>>> = {
  annotator: { name: 'Ada Quill', about: 'Cuts recordings into tasks and names them.' },
  reviewer: { name: 'Ravi Margin', about: 'Approves tasks or sends them back.' },
  consumer: { name: 'Mei Tensor', about: 'ML engineer: builds and downloads releases.' },
  admin: { name: 'Olu Ledger', about: 'Imports recordings and looks after the project.' },
  contributor: { name: 'Cora Field', about: 'Was recorded; sees who looked and may withdraw.' },
};

/** The demo people of this install, or `undefined` where there are none. */
export async function readDemoPeople(dataDir: string): Promise<readonly DemoPerson[] | undefined> {
  try {
    return JSON.parse(await readFile(pathIn(dataDir), 'utf8')) as readonly DemoPerson[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads the demo people, making them the first time. The data folder's lock must be held. */
export async function ensureDemoPeople(dataDir: string): Promise<readonly DemoPerson[]> {
  const known = await readDemoPeople(dataDir);
  if (known) return known;
  const made = demoRoles.map((role) => ({
    ...people[role],
    role,
    email: `${role}@demo.tasktape.invalid`,
    password: randomBytes(12).toString('base64url'),
  }));
  await writeFileDurably(pathIn(dataDir), JSON.stringify(made, undefined, 2));
  return made;
}

const pathIn = (dataDir: string) => join(dataDir, 'demo-people.json');
