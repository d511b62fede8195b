import { incrementalSource, type IncrementalData } from '#dom/rrweb-events.ts';
import type { CssPart } from './address-reader.ts';
import { withholdCss } from './withheld-css.ts';

/** Takes addresses that are not in the recording out of what a script did to style sheets. */
export function withholdStyles(data: IncrementalData): IncrementalData {
  switch (data.source) {
    case incrementalSource.styleSheetRule: {
      const part = data.styleId === undefined ? 'sheet' : 'sheet of script';
      const { adds, replace, replaceSync } = data;
      return {
        ...data,
        ...(adds && { adds: adds.map((add) => withRule(add, part)) }),
        ...(replace !== undefined && { replace: withholdCss(replace, 'sheet of script') }),
        ...(replaceSync !== undefined && {
          replaceSync: withholdCss(replaceSync, 'sheet of script'),
        }),
      };
    }
    case incrementalSource.adoptedStyleSheet:
      return data.styles === undefined
        ? data
        : {
            ...data,
            styles: data.styles.map((sheet) => ({
              ...sheet,
              rules: sheet.rules.map((rule) => withRule(rule, 'sheet of script')),
            })),
          };
    case incrementalSource.styleDeclaration: {
      const { set } = data;
      if (typeof set?.value !== 'string') return data;
      return { ...data, set: { ...set, value: withholdCss(set.value, set) } };
    }
    case incrementalSource.font:
      return data.buffer
        ? data
        : { ...data, fontSource: withholdCss(data.fontSource, { property: 'src' }) };
    default:
      return data;
  }
}

const withRule = <Rule extends { readonly rule: string }>(told: Rule, part: CssPart): Rule =>
  typeof told.rule === 'string' ? { ...told, rule: withholdCss(told.rule, part) } : told;
