/** What a recorder keeps on the person's machine: its databases and its own keys. */
import type { Page } from 'playwright';

/** Everything in every IndexedDB of this origin, and every stored key that is the recorder's; bytes
 * come as base64 between `⟦` and `⟧`. */
export function readKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const told = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const base64 = async (bytes: BlobPart) => {
      let binary = '';
      for (const byte of new Uint8Array(await new Blob([bytes]).arrayBuffer()))
        binary += String.fromCharCode(byte);
      return `⟦${btoa(binary)}⟧`;
    };
    const written = async (value: unknown): Promise<unknown> => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value) || value instanceof Blob)
        return base64(value as BlobPart);
      if (Array.isArray(value)) return Promise.all(value.map(written));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(async ([key, each]) => [key, await written(each)]);
      return Object.fromEntries(await Promise.all(entries));
    };
    const kept: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await told(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store);
        const all = await Promise.all([told(reading.getAllKeys()), told(reading.getAll())]);
        for (const [at, key] of all[0].entries())
          kept.push(
            `${name}/${store}/${String(key)}: ${JSON.stringify(await written(all[1][at]))}`,
          );
      }
      database.close();
    }
    for (const storage of [localStorage, sessionStorage])
      for (const [key, value] of Object.entries(storage))
        if (key.toLowerCase().startsWith('tasktape')) kept.push(`${key}: ${String(value)}`);
    return kept;
  });
}
