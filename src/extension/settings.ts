/** What the extension remembers: which project it records for, and on what sites. The keys never
 * reach a recorded page. */
import type { RecorderSettings } from '#delivery/keeper-messages.ts';
import type { Drawer, PlacesByTab, WritersByStream } from './tab-places.ts';

/** What was last told of the project; asked again whenever a recording starts. */
export interface KnownProject {
  readonly name: string;
  readonly sites: readonly string[];
}

interface EmptiableDrawer<Value> extends Drawer<Value> {
  remove(): Promise<void>;
}

function drawer<Value>(area: 'local' | 'session', key: string): EmptiableDrawer<Value> {
  const storage = () => chrome.storage[area];
  return {
    read: async () => (await storage().get(key))[key] as Value | undefined,
    write: (value: Value) => storage().set({ [key]: value }),
    remove: () => storage().remove(key),
  };
}

const settings = drawer<RecorderSettings>('local', 'settings');
const project = drawer<KnownProject>('local', 'project');
export const writersByStream = drawer<WritersByStream>('local', 'writers');
/** What is forgotten with the browser: its tabs have other numbers the next time. */
export const placesByTab = drawer<PlacesByTab>('session', 'places');
/** The tab in which the person pressed Start and that has not begun yet. */
export const startingTab = drawer<number>('session', 'starting');

export const readSettings = () => settings.read();
export const readProject = () => project.read();
export const saveProject = (known: KnownProject) => project.write(known);

export async function saveConnection(
  connection: RecorderSettings,
  known: KnownProject,
): Promise<void> {
  await settings.write(connection);
  await saveProject(known);
}
