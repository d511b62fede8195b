import type { CapturePolicy } from '#core/capture-policy.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';

/** Why this page can't be recorded on these terms: a sentence for its developer. */
export function whyNotHere({ sites, policy }: RecorderTerms): string | undefined {
  if (!sites.includes(location.origin))
    return `${location.origin} is not on the list of sites that this project records.`;
  const unreadable = unreadableSelectors(policy.rules);
  if (unreadable.length === 0) return undefined;
  return `nothing is recorded, for the capture policy has selectors that this browser can not read: ${unreadable.join(' and ')}.`;
}

/** The selectors of a policy that this browser can't read. One of them is enough not to record: what
 * it was to protect is unknown. */
function unreadableSelectors(policy: CapturePolicy): string[] {
  const all = [
    ...policy.keepText,
    ...policy.block,
    ...policy.fields.map(({ selector }) => selector),
  ];
  const probe = document.createDocumentFragment();
  return all.filter((selector) => {
    try {
      probe.querySelector(selector);
      return false;
    } catch {
      return true;
    }
  });
}
