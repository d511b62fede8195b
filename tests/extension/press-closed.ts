/** Presses what stands in a closed shadow root, which no selector reaches, as the pointer would. */
import type { Page } from 'playwright';

export async function pressClosed(page: Page, role: string, name: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  try {
    const { x, y } = await place(page, role, name);
    await page.mouse.click(x, y);
  } finally {
    // The press may have closed the page.
    await devtools.detach().catch(() => undefined);
  }

  async function place(of: Page, wantedRole: string, wantedName: string) {
    const { root } = await devtools.send('DOM.getDocument', { depth: 0 });
    for (let attempt = 0; attempt < 100; attempt++) {
      const { nodes } = await devtools.send('Accessibility.queryAXTree', {
        backendNodeId: root.backendNodeId,
        role: wantedRole,
      });
      const found = nodes.find((node) => String(node.name?.value ?? '').startsWith(wantedName));
      if (found?.backendDOMNodeId !== undefined) {
        const { model } = await devtools.send('DOM.getBoxModel', {
          backendNodeId: found.backendDOMNodeId,
        });
        const [left = 0, top = 0] = model.border;
        return { x: left + model.width / 2, y: top + model.height / 2 };
      }
      await of.waitForTimeout(50);
    }
    throw new Error(`No ${wantedRole} “${wantedName}” came into sight.`);
  }
}
