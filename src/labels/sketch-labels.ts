import type { IntentId, LabelSetId } from '#core/ids.ts';
import { usualFields, type Intent, type LabelSet } from '#core/label-set.ts';
import { epochMs } from '#core/time.ts';

/** A label set for tests: `order order/find` is a tree by slug; an id is its slug, after `v2:` where
 * the version is said. `order/look-up<order/find+order/seek` carries on others; `-stock` is retired. */
export function sketchLabels(text: string, version = 1): LabelSet {
  const idOf = (slug: string, of = version) => `v${of}:${slug}` as IntentId;
  const intents = text.split(/\s+/).map((word): Intent => {
    const [, retired, slug = '', from] = /^(-?)([^<]*)(?:<(.*))?$/.exec(word)!;
    const above = slug.split('/').slice(0, -1).join('/');
    const title = slug.split('/').at(-1)!.replaceAll('-', ' ');
    return {
      id: idOf(slug),
      ...(above && { parentId: idOf(above) }),
      slug,
      title: title.slice(0, 1).toUpperCase() + title.slice(1),
      ...(retired && { retired: true }),
      ...(from && { from: from.split('+').map((each) => idOf(each, version - 1)) }),
    };
  });
  return {
    id: `set ${version}` as LabelSetId,
    version,
    intents,
    requiredFields: usualFields,
    publishedAt: epochMs(version),
    note: '',
  };
}
