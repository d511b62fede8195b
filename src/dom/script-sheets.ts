import type { NodeTree } from './node-tree.ts';
import type { PageNode } from './page-node.ts';
import { isRecord, recordsIn } from './records-in.ts';
import { RuleList, type RuleStep } from './rule-list.ts';
import { incrementalSource, nodeType, type IncrementalData } from './rrweb-events.ts';
import type { AdoptedStylesData, StyleDeclarationData, StyleRuleData } from './style-events.ts';

/** A sheet made by script. Its rules are known from the first, unless it was given as one text. */
interface Sheet {
  first: readonly string[];
  text: string | undefined;
  rules: RuleList;
  /** The document or shadow host that it was told with. */
  home: PageNode;
}

/** Sheets nobody uses any more may be taken up again without being told anew; so many are kept. */
const unusedKept = 200;

/** The sheets that script made or changed, as far as a snapshot does not hold them. */
export class ScriptSheets {
  #sheets = new Map<number, Sheet>();
  #adopted = new Map<PageNode, readonly number[]>();
  #kept = unusedKept;

  clear(): void {
    this.#sheets.clear();
    this.#adopted.clear();
    this.#kept = unusedKept;
  }

  adopt(tree: NodeTree, { id, styleIds, styles }: AdoptedStylesData): void {
    const host = tree.get(id);
    if (host === undefined) return;
    for (const { styleId, rules } of recordsIn(styles))
      this.#sheets.set(styleId, {
        first: recordsIn(rules).map(({ rule }) => String(rule)),
        text: undefined,
        rules: new RuleList(),
        home: host,
      });
    this.#adopted.set(host, Array.isArray(styleIds) ? styleIds : []);
    if (this.#sheets.size + this.#adopted.size > this.#kept) this.#forget(tree);
  }

  change(tree: NodeTree, data: StyleRuleData | StyleDeclarationData): void {
    const { styleId, id } = data;
    const sheet = styleId === undefined ? undefined : this.#sheets.get(styleId);
    const node = sheet === undefined && id !== undefined ? tree.get(id) : undefined;
    const list = sheet?.rules ?? (node && (node.rules ??= new RuleList()));
    if (list === undefined) return;
    if (data.source === incrementalSource.styleDeclaration) {
      declare(list, data);
      return;
    }
    for (const { rule, index } of recordsIn(data.adds)) list.insert(pathOf(index), String(rule));
    for (const { index } of recordsIn(data.removes)) list.remove(pathOf(index));
    const text = data.replaceSync ?? data.replace;
    if (sheet !== undefined && typeof text === 'string')
      Object.assign(sheet, { first: [], text, rules: new RuleList() });
  }

  /** What makes these sheets again in the document `top` and the shadow trees in it. */
  replay(tree: NodeTree, top: PageNode): IncrementalData[] {
    if (this.#adopted.size === 0) return [];
    const used = this.#used(tree);
    const told = new Set<number>();
    return [...this.#adopted].flatMap(([host, styleIds]) => {
      if (!tree.holds(host) || documentOf(host) !== top) return [];
      const unused = [...this.#sheets].flatMap(([styleId, { home }]) =>
        home === host && !used.has(styleId) ? [styleId] : [],
      );
      const wanted = new Set([...styleIds, ...unused.sort((a, b) => a - b)]);
      const fresh = [...wanted].filter(
        (styleId) => !told.has(styleId) && this.#sheets.has(styleId),
      );
      for (const styleId of fresh) told.add(styleId);
      return this.#adoption(host.id, styleIds, fresh);
    });
  }

  #adoption(id: number, styleIds: readonly number[], fresh: readonly number[]): IncrementalData[] {
    const made = fresh.map((styleId) => ({ styleId, sheet: this.#sheets.get(styleId) as Sheet }));
    const styles = made.map(({ styleId, sheet }) => ({
      styleId,
      rules: rulesOf(sheet).map((rule, index) => ({ rule, index })),
    }));
    const adopted: AdoptedStylesData = {
      source: incrementalSource.adoptedStyleSheet,
      id,
      styleIds,
      ...(styles.length > 0 && { styles }),
    };
    return [adopted, ...made.flatMap(({ styleId, sheet }) => restOf(styleId, sheet))];
  }

  #used(tree: NodeTree): Set<number> {
    const used = new Set<number>();
    for (const [host, styleIds] of this.#adopted)
      if (tree.holds(host)) for (const styleId of styleIds) used.add(styleId);
    return used;
  }

  #forget(tree: NodeTree): void {
    const used = this.#used(tree);
    const unused = [...this.#sheets].filter(([styleId]) => !used.has(styleId));
    const isLost = ([, { home }]: readonly [number, Sheet]) => !tree.holds(home);
    const spare = unused.filter((each) => !isLost(each)).slice(0, -unusedKept);
    for (const [styleId] of [...unused.filter(isLost), ...spare]) this.#sheets.delete(styleId);
    for (const host of this.#adopted.keys()) if (!tree.holds(host)) this.#adopted.delete(host);
    this.#kept = 2 * (this.#sheets.size + this.#adopted.size) + unusedKept;
  }
}

/** Only elements that have a sheet of their own in a replay: a `link` stands for one once its text
 * was told. */
export const canHaveRules = ({ tag, attributes }: PageNode): boolean =>
  tag === 'style' || (tag === 'link' && attributes.has('_cssText'));

function documentOf(node: PageNode): PageNode {
  let at = node;
  while (at.type !== nodeType.document && at.parent !== undefined) at = at.parent;
  return at;
}

/** The rules a sheet has by now, where they are known one by one. */
function rulesOf({ first, text, rules }: Sheet): string[] {
  const now = [...first];
  if (text !== undefined) return now;
  for (const step of rules.steps()) {
    if (step.path.length > 1) continue;
    if (step.kind === 'insert') now.splice(step.path[0] ?? 0, 0, step.rule);
    if (step.kind === 'remove') now.splice(step.path[0] ?? 0, 1);
  }
  return now;
}

/** What the list of its rules does not tell of a sheet. */
function restOf(styleId: number, { text, rules }: Sheet): IncrementalData[] {
  const isTold = ({ kind, path }: RuleStep) =>
    text === undefined && kind !== 'declare' && path.length === 1;
  const steps = rules.steps().filter((step) => !isTold(step));
  const source = incrementalSource.styleSheetRule;
  return [
    ...(text === undefined ? [] : [{ source, styleId, replaceSync: text }]),
    ...replayRules({ styleId }, steps),
  ];
}

/** The steps as events, of one kind each: rrweb puts in before it takes out. */
export function replayRules(
  of: { readonly id: number } | { readonly styleId: number },
  steps: readonly RuleStep[],
): IncrementalData[] {
  const events: IncrementalData[] = [];
  for (let from = 0; from < steps.length;) {
    const { kind } = steps[from] as RuleStep;
    let to = from;
    while (steps[to]?.kind === kind) to += 1;
    const run = steps.slice(from, to);
    from = to;
    const source = incrementalSource.styleSheetRule;
    if (kind === 'remove')
      events.push({ ...of, source, removes: run.map(({ path }) => ({ index: indexOf(path) })) });
    else if (kind === 'insert') {
      const adds = run.flatMap((step) =>
        step.kind === 'insert' ? [{ rule: step.rule, index: indexOf(step.path) }] : [],
      );
      events.push({ ...of, source, adds });
    } else for (const step of run) events.push(...declaration(of, step));
  }
  return events;
}

function declaration(of: object, step: RuleStep): StyleDeclarationData[] {
  if (step.kind !== 'declare') return [];
  const { path: index, property, declaration: told } = step;
  const base = { ...of, source: incrementalSource.styleDeclaration, index };
  return [
    told === 'removed'
      ? { ...base, remove: { property } }
      : { ...base, set: { property, ...told } },
  ];
}

function declare(list: RuleList, { index, set, remove }: StyleDeclarationData): void {
  const path = pathOf(index);
  if (isRecord(set)) {
    const { property, value, priority } = set;
    list.declare(path, property, { value, ...(priority !== undefined && { priority }) });
  }
  if (isRecord(remove)) list.declare(path, remove.property, 'removed');
}

const indexOf = (path: readonly number[]): number | readonly number[] =>
  path.length === 1 ? (path[0] ?? 0) : path;

/** More rules than this has no sheet, and none is deeper: else it is a mistake or meant to harm. */
const mostRules = 1_000_000;
const deepest = 32;

function pathOf(index: number | readonly number[] | undefined): readonly number[] {
  const path = Array.isArray(index) ? (index as readonly number[]).slice(0, deepest) : [index ?? 0];
  return path.map((each) => Math.min(mostRules, Math.max(0, Math.trunc(Number(each)) || 0)));
}
