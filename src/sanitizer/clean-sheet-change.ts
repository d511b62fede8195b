/** Changes of style sheets by script: rules by their number, declarations, adopted sheets. */
import { incrementalSource as from } from '#dom/rrweb-events.ts';
import { isId, isRecord, listOf, type Raw } from './shape.ts';
import type { StyleCleaner } from './style-cleaner.ts';

type Told = Raw & { readonly source: number };

export function cleanSheetChange(data: Raw, styles: StyleCleaner): Told | undefined {
  const owner = ownerOf(data);
  if (owner === undefined) return undefined;
  const { adds, removes, replace, replaceSync } = data;
  return {
    source: from.styleSheetRule,
    ...owner,
    ...(Array.isArray(adds) ? { adds: cleanRules(adds, styles) } : {}),
    ...(Array.isArray(removes) ? { removes: listOf(removes).flatMap(placeOf) } : {}),
    ...(typeof replace === 'string' ? { replace: styles.sheet(replace) } : {}),
    ...(typeof replaceSync === 'string' ? { replaceSync: styles.sheet(replaceSync) } : {}),
  };
}

export function cleanStyleDeclaration(data: Raw, styles: StyleCleaner): Told | undefined {
  const owner = ownerOf(data);
  const place = placeOf(data)[0];
  if (owner === undefined || place === undefined) return undefined;
  const set = isRecord(data['set']) ? cleanSet(data['set'], styles) : undefined;
  const remove = isRecord(data['remove']) ? styles.property(textOf(data['remove'])) : undefined;
  if (set === undefined && remove === undefined) return undefined;
  return {
    source: from.styleDeclaration,
    ...owner,
    ...place,
    ...(set === undefined ? {} : { set }),
    ...(remove === undefined ? {} : { remove: { property: remove } }),
  };
}

export function cleanAdoptedSheets(data: Raw, styles: StyleCleaner): Told | undefined {
  const { id, styleIds } = data;
  if (!isId(id) || !Array.isArray(styleIds)) return undefined;
  const sheets = listOf(data['styles']).flatMap((sheet) =>
    isId(sheet['styleId'])
      ? [{ styleId: sheet['styleId'], rules: cleanRules(sheet['rules'], styles) }]
      : [],
  );
  return {
    source: from.adoptedStyleSheet,
    id,
    ...(sheets.length === 0 ? {} : { styles: sheets }),
    styleIds: styleIds.filter(isId),
  };
}

const cleanRules = (rules: unknown, styles: StyleCleaner) =>
  listOf(rules).flatMap((each) =>
    typeof each['rule'] === 'string'
      ? [{ rule: styles.rule(each['rule']), ...placeOf(each)[0] }]
      : [],
  );

function cleanSet(set: Raw, styles: StyleCleaner) {
  const property = styles.property(textOf(set));
  const css = set['value'];
  const value = typeof css === 'string' && css !== '' ? styles.value(property ?? '', css) : '';
  if (property === undefined || value === undefined) return undefined;
  const priority = set['priority'] === 'important' ? { priority: 'important' } : {};
  return { property, value, ...priority };
}

const textOf = (raw: Raw) => (typeof raw['property'] === 'string' ? raw['property'] : '');

function ownerOf(data: Raw): { id?: number; styleId?: number } | undefined {
  const { id, styleId } = data;
  const owner = { ...(isId(id) ? { id } : {}), ...(isId(styleId) ? { styleId } : {}) };
  return Object.keys(owner).length === 0 ? undefined : owner;
}

/** The number of a rule, or its path through nested ones. */
function placeOf(data: Raw): { index?: number | number[] }[] {
  const { index } = data;
  if (isId(index)) return [{ index }];
  return Array.isArray(index) && index.every(isId) ? [{ index }] : [];
}
