/** Payloads of our own plugin events that hold nothing of the page. */
import { purposes } from '#core/consent.ts';
import * as plugins from '#core/plugin-events.ts';
import { count, oneOf, type Raw } from './shape.ts';

export function cleanPlainPayload(plugin: string, raw: Raw): unknown {
  switch (plugin) {
    case plugins.visibilityPlugin:
      return { visible: raw['visible'] === true, focused: raw['focused'] === true };
    case plugins.transferPlugin: {
      const act = oneOf(['download', 'upload'] as const, raw['act']);
      return act && { act, count: count(raw['count']) ?? 0 };
    }
    case plugins.dialogPlugin: {
      const dialog = oneOf(['alert', 'confirm', 'prompt', 'print'] as const, raw['dialog']);
      const { accepted } = raw;
      return dialog && { dialog, ...(typeof accepted === 'boolean' ? { accepted } : {}) };
    }
    case plugins.consentPlugin:
      return cleanConsent(raw);
    case plugins.recordingPlugin: {
      const act = oneOf(['begin', 'pause', 'resume', 'stop', 'leave'] as const, raw['act']);
      const dropped = count(raw['dropped']);
      return act && { act, ...(dropped === undefined ? {} : { dropped }) };
    }
    default:
      return undefined;
  }
}

function cleanConsent(raw: Raw): plugins.ConsentPayload | undefined {
  const noticeVersion = count(raw['noticeVersion']);
  const policyVersion = count(raw['policyVersion']);
  const sha256 = raw['policySha256'];
  const given = raw['purposes'];
  if (noticeVersion === undefined || policyVersion === undefined || !Array.isArray(given))
    return undefined;
  if (typeof sha256 !== 'string' || !/^[\da-f]{64}$/.test(sha256)) return undefined;
  return {
    noticeVersion,
    purposes: purposes.filter((purpose) => given.includes(purpose)),
    policyVersion,
    policySha256: sha256,
  };
}
