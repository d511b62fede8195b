import type { CDPSession, Page } from 'playwright';

interface Usage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** Bytes that a page, its frames and its workers hold after all garbage is gone. */
export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  try {
    const workers = await workersOf(devtools);
    const usages = await Promise.all([
      usageBy((method) => devtools.send(method as 'Runtime.getHeapUsage')),
      ...workers.map((worker) => usageBy(askerOf(devtools, worker))),
    ]);
    return usages.reduce(
      (sum, { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }) =>
        sum + usedSize + embedderHeapUsedSize + backingStorageSize,
      0,
    );
  } finally {
    await devtools.detach();
  }
}

async function usageBy(ask: (method: string) => Promise<unknown>): Promise<Usage> {
  for (let round = 0; round < 2; round += 1) await ask('HeapProfiler.collectGarbage');
  return (await ask('Runtime.getHeapUsage')) as Usage;
}

/** Sessions of the page's workers, and of frames that have a process of their own. */
async function workersOf(devtools: CDPSession): Promise<string[]> {
  const found: string[] = [];
  const add = ({ sessionId }: { readonly sessionId: string }) => void found.push(sessionId);
  devtools.on('Target.attachedToTarget', add);
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  devtools.off('Target.attachedToTarget', add);
  return found;
}

let asked = 0;

function askerOf(devtools: CDPSession, sessionId: string) {
  return (method: string) =>
    new Promise<unknown>((resolve, reject) => {
      const id = (asked += 1);
      const hear = (answer: { readonly sessionId: string; readonly message: string }) => {
        const { id: answered, result, error } = JSON.parse(answer.message);
        if (answer.sessionId !== sessionId || answered !== id) return;
        devtools.off('Target.receivedMessageFromTarget', hear);
        if (error) reject(new Error(error.message));
        else resolve(result);
      };
      devtools.on('Target.receivedMessageFromTarget', hear);
      devtools
        .send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method }),
        })
        .catch(reject);
    });
}
