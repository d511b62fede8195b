/** How much of a recording is still on this machine, in words. */
export function describeWaiting(
  bytes: number,
  online: boolean,
): { readonly short: string; readonly long: string } {
  const amount = formatBytes(bytes);
  if (!online)
    return {
      short: 'offline',
      long: `Offline. ${amount} wait on this machine and are sent when it is back online.`,
    };
  if (bytes === 0) return { short: '', long: 'Everything so far is sent.' };
  return { short: '', long: `${amount} wait to be sent.` };
}

function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
