/** How a page's recording stands, for whoever started it and for the sign that shows it. */
export type CaptureState =
  | { readonly kind: 'joining' }
  | { readonly kind: 'asking' }
  /** The person put the question off; it is asked again at the next visit. */
  | { readonly kind: 'put off' }
  | { readonly kind: 'recording' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'ended'; readonly why: 'declined' | 'stopped' | 'discarded' | 'withdrawn' }
  /** `why` is a sentence for the host page's developer; it was told on the console as well. */
  | { readonly kind: 'refused'; readonly why: string };
