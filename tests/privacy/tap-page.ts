/** Runs ahead of everything in a page: hands on whatever is sent from it, by any way there is, and
 * opens closed shadow roots to the test. */
export {};

declare global {
  var heardByTap: ((way: string, what: string) => Promise<void>) | undefined;
  var closedRoots: ShadowRoot[];
}

const closedRoots: ShadowRoot[] = [];
globalThis.closedRoots = closedRoots;

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return base64Of(value);
  return JSON.stringify(value, (_, each: unknown) =>
    each instanceof ArrayBuffer || ArrayBuffer.isView(each)
      ? base64Of(each)
      : each instanceof Map || each instanceof Set
        ? [...each]
        : each,
  );
}

function base64Of(value: ArrayBuffer | ArrayBufferView): string {
  const bytes = new Uint8Array(ArrayBuffer.isView(value) ? value.buffer : value);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `⟦${btoa(binary)}⟧`;
}

/** Every argument of every call of `owner[method]` is handed on before the call is made. */
function tap(owner: object, method: string): void {
  const methods = owner as Record<string, (...args: unknown[]) => unknown>;
  const original = methods[method]!;
  const way = `${owner.constructor.name}.${method}`;
  methods[method] = function (this: unknown, ...args: unknown[]) {
    try {
      void globalThis.heardByTap?.(way, args.map(asText).join('\n'));
    } catch {
      // What can't be written down as text is no way for text to leave.
    }
    return original.apply(this, args);
  };
}

tap(Worker.prototype, 'postMessage');
tap(MessagePort.prototype, 'postMessage');
tap(BroadcastChannel.prototype, 'postMessage');
tap(window, 'postMessage');
tap(Navigator.prototype, 'sendBeacon');
tap(WebSocket.prototype, 'send');
tap(XMLHttpRequest.prototype, 'send');
tap(XMLHttpRequest.prototype, 'open');
tap(window, 'fetch');
tap(IDBObjectStore.prototype, 'put');
tap(IDBObjectStore.prototype, 'add');

const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  if (init.mode === 'closed') closedRoots.push(root);
  return root;
};
