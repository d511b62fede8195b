/** Shows the person a page of the extension's own. */

const opened = new Map<number, number>();
const notAgainWithinMs = 5000;

/** A recorded page can bring this about, so it does it neither twice nor from behind. */
export async function openPanel(name: 'popup' | 'consent', browserTab: number): Promise<void> {
  const before = opened.get(browserTab) ?? 0;
  const tab = await chrome.tabs.get(browserTab).catch(() => undefined);
  if (!tab?.active || Date.now() - before < notAgainWithinMs) return;
  opened.set(browserTab, Date.now());
  if (name === 'popup' && (await openPopup(tab.windowId))) return;
  const url = `/${name}.html?tab=${browserTab}`;
  await chrome.tabs.create({ url, index: tab.index + 1, windowId: tab.windowId });
}

/** Not every browser lets an extension open its own popup. */
async function openPopup(windowId: number): Promise<boolean> {
  try {
    await chrome.action.openPopup({ windowId });
    return true;
  } catch {
    return false;
  }
}
