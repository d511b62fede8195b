/** Who may do what with which object: bucket × person × act. */
import { personas, type Persona } from './matrix.ts';

const everyone: readonly Persona[] = personas;

const sheet = `${'6'.repeat(64)}.css.gz`;

/** Objects of the buckets; a name is SQL text as above. */
export const buckets: Record<
  string,
  readonly {
    readonly act: 'insert' | 'select' | 'update' | 'delete';
    readonly name: string;
    readonly may: readonly Persona[];
  }[]
> = {
  recordings: [
    { act: 'insert', name: '$open/$capability/0-2.json.gz', may: everyone },
    { act: 'insert', name: '$open/$capability/../0-2.json.gz', may: [] },
    { act: 'insert', name: `$open/${'0'.repeat(64)}/0-2.json.gz`, may: [] },
    { act: 'insert', name: '$approved/$approvedCapability/0-2.json.gz', may: [] },
    {
      act: 'select',
      name: '$approved/$approvedCapability/0-0.json.gz',
      may: ['annotator', 'reviewer'],
    },
    { act: 'select', name: '$open/$capability/0-0.json.gz', may: [] },
    { act: 'select', name: '$withdrawn/$withdrawnCapability/0-0.json.gz', may: ['contributor'] },
    { act: 'update', name: '$open/$capability/0-0.json.gz', may: [] },
    { act: 'delete', name: '$approved/$approvedCapability/0-0.json.gz', may: [] },
    // Without a word from Storage about deleting, not even the capability finds anything.
    { act: 'select', name: '$discarded/$discardedCapability/0-0.json.gz', may: [] },
    { act: 'delete', name: '$discarded/$discardedCapability/0-0.json.gz', may: everyone },
    { act: 'delete', name: `$discarded/${'0'.repeat(64)}/0-0.json.gz`, may: [] },
    { act: 'delete', name: '$withdrawn/$withdrawnCapability/0-0.json.gz', may: everyone },
    { act: 'delete', name: '$live/$liveCapability/0-0.json.gz', may: [] },
    { act: 'insert', name: '$live/$liveCapability/0-1.key.json.gz', may: everyone },
    { act: 'insert', name: '$live/$liveCapability/256-0.json.gz', may: [] },
    { act: 'insert', name: '$live/$liveCapability/0-1001.json.gz', may: [] },
    { act: 'insert', name: '$discarded/$discardedCapability/0-1.json.gz', may: [] },
    { act: 'insert', name: `$live/$liveCapability/${sheet}`, may: everyone },
    { act: 'insert', name: `$live/$liveCapability/x${sheet}`, may: [] },
    { act: 'insert', name: `$live/${'0'.repeat(64)}/${sheet}`, may: [] },
    { act: 'insert', name: `$approved/$approvedCapability/${sheet}`, may: [] },
    { act: 'insert', name: `$discarded/$discardedCapability/${sheet}`, may: [] },
    {
      act: 'select',
      name: `$approved/$approvedCapability/${sheet}`,
      may: ['annotator', 'reviewer'],
    },
    { act: 'select', name: `$free/$freeCapability/${sheet}`, may: [] },
    { act: 'update', name: `$approved/$approvedCapability/${sheet}`, may: [] },
    { act: 'delete', name: `$approved/$approvedCapability/${sheet}`, may: [] },
    { act: 'delete', name: `$withdrawn/$withdrawnCapability/${sheet}`, may: everyone },
  ],
  releases: [
    { act: 'insert', name: '$building/README.md', may: ['consumer'] },
    { act: 'insert', name: '$release/extra.txt', may: [] },
    { act: 'select', name: '$release/manifest.json', may: ['consumer'] },
    { act: 'update', name: '$release/manifest.json', may: [] },
    { act: 'delete', name: '$release/manifest.json', may: [] },
  ],
};
