/** The headers of the two origins: the app's, and the replay frame's, where recordings are shown. */

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** `embedIn` are the origins whose pages may hold this page in a frame; without it none may. Nothing is
 * sent anywhere else but to `suggester`, where one is set up. */
export function appHeaders(
  supabaseUrl: string,
  replayOrigin: string,
  embedIn?: readonly string[],
  suggester?: string,
): Record<string, string> {
  return {
    ...everywhere,
    'Content-Security-Policy': [
      "default-src 'self'",
      ["connect-src 'self'", ...[supabaseUrl, suggester].flatMap(originOf)].join(' '),
      `frame-src ${replayOrigin}`,
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "style-src 'self' 'unsafe-inline'",
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      `frame-ancestors ${embedIn ? ["'self'", ...embedIn].join(' ') : "'none'"}`,
    ].join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

const originOf = (url: string | undefined): readonly string[] =>
  url === undefined ? [] : [new URL(url).origin];

const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** `ancestors` are all origins that may stand above the frame: the app's, and those above that. */
export function replayHeaders(ancestors: readonly string[], nonce: string): Record<string, string> {
  return {
    ...everywhere,
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      "style-src 'unsafe-inline'",
      'img-src data: blob:',
      'font-src data:',
      "connect-src 'none'",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${ancestors.join(' ')}`,
    ].join('; '),
    'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
    // The frame is sandboxed, so its own scripts come to it from another origin.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
}
