/** No film is in a recording, so none can run; trying would only make noise. Holds those of a window
 * and of the frames in it. */
export function holdFilms(view: Window | null): void {
  if (view === null) return;
  try {
    const { HTMLMediaElement } = view as Window & typeof globalThis;
    HTMLMediaElement.prototype.play = () => Promise.resolve();
    for (let index = 0; index < view.length; index += 1) holdFilms(view[index] ?? null);
  } catch {
    // A frame that the recorded page walled off shows nothing.
  }
}
