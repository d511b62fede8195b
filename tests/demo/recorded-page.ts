/** Runs inside the recorded page: starts the recorder and hands every event to the script. */
import { recordPage } from '#recorder/record-page.ts';

declare global {
  var keepRecordedEvent: ((event: string) => Promise<void>) | undefined;
}

addEventListener('load', () => {
  // The script is put into every frame, and rrweb makes frames of its own.
  if (window !== window.top) return;
  recordPage({
    emit: (event) => void globalThis.keepRecordedEvent?.(JSON.stringify(event)),
    fidelityOf: () => 'text',
  });
});
