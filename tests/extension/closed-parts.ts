/** Reaches what stands in a closed shadow root, as no selector does, by the tree that screen readers use. */
import type { CDPSession, Page } from 'playwright';

/** Presses it as the pointer would. */
export async function pressClosed(page: Page, role: string, name: string): Promise<void> {
  await withDevtools(page, async (devtools) => {
    const backendNodeId = await find(devtools, page, role, name);
    const { model } = await devtools.send('DOM.getBoxModel', { backendNodeId });
    const [left = 0, top = 0] = model.border;
    await page.mouse.click(left + model.width / 2, top + model.height / 2);
  });
}

export async function seeClosed(page: Page, role: string, name: string): Promise<void> {
  await withDevtools(page, (devtools) => find(devtools, page, role, name));
}

async function withDevtools(page: Page, act: (devtools: CDPSession) => Promise<unknown>) {
  const devtools = await page.context().newCDPSession(page);
  try {
    await act(devtools);
  } finally {
    // The press may have closed the page.
    await devtools.detach().catch(() => undefined);
  }
}

async function find(devtools: CDPSession, page: Page, role: string, name: string): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { root } = await devtools.send('DOM.getDocument', { depth: 0 });
    const { nodes } = await devtools.send('Accessibility.queryAXTree', {
      backendNodeId: root.backendNodeId,
      role,
    });
    const found = nodes.find((node) => String(node.name?.value ?? '').startsWith(name));
    if (found?.backendDOMNodeId !== undefined) return found.backendDOMNodeId;
    await page.waitForTimeout(50);
  }
  throw new Error(`No ${role} “${name}” came into sight.`);
}
