/** Puts the parts of the sanitizer together; each knows only what it needs. */
import { AddressCleaner } from './address-cleaner.ts';
import { AttributeCleaner } from './attribute-cleaner.ts';
import { Codes } from './codes.ts';
import { Fields } from './fields.ts';
import { IncrementalCleaner } from './incremental-cleaner.ts';
import { MutationCleaner } from './mutation-cleaner.ts';
import { Names } from './names.ts';
import { NodeCleaner } from './node-cleaner.ts';
import { Nodes } from './node-facts.ts';
import { NodeLearner } from './node-learner.ts';
import { PlacedText } from './placed-text.ts';
import { PluginCleaner } from './plugin-cleaner.ts';
import type { SanitizerOptions } from './sanitizer.ts';
import { StyleCleaner } from './style-cleaner.ts';
import { TextCleaner } from './text-cleaner.ts';
import { ValueCleaner } from './value-cleaner.ts';
import { Vocabulary } from './vocabulary.ts';

export interface CleanerCallbacks {
  /** Rounds a time down as the policy says. */
  readonly quantum: (ms: number) => number;
  readonly onUnknown: (name: string) => void;
  readonly onDrop: () => void;
}

export interface Cleaners {
  readonly nodes: Nodes;
  readonly addresses: AddressCleaner;
  readonly trees: NodeCleaner;
  readonly incremental: IncrementalCleaner;
  readonly plugins: PluginCleaner;
}

export function makeCleaners(options: SanitizerOptions, callbacks: CleanerCallbacks): Cleaners {
  const { policy, salt, sites, page } = options;
  const nodes = new Nodes();
  const codes = new Codes(salt);
  const vocabulary = new Vocabulary(policy);
  const names = new Names(vocabulary, codes);
  const text = new TextCleaner(vocabulary, codes);
  const addresses = new AddressCleaner(names, codes, sites);
  const fields = new Fields(page, nodes);
  const styles = new StyleCleaner(names, callbacks.onDrop);
  const values = new ValueCleaner(names, text, codes, fields);
  const keepsText = (id: number) => policy.keepText.length > 0 && page.keepsText(id);
  const shared = { nodes, names, text, fields, styles, values, addresses, keepsText, ...callbacks };
  const attributes = new AttributeCleaner(shared);
  const texts = new PlacedText(shared);
  const learner = new NodeLearner(nodes, fields, policy.block.length > 0, page);
  const trees = new NodeCleaner({ ...shared, learner, attributes, texts, page });
  const mutations = new MutationCleaner({ nodes, learner, trees, attributes, texts, values });
  const incremental = new IncrementalCleaner({ ...shared, mutations });
  return { nodes, addresses, trees, incremental, plugins: new PluginCleaner(shared) };
}
