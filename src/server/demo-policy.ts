import { defaultCapturePolicy, type CapturePolicy } from '#core/capture-policy.ts';

/** What recorders may tell of the demo's order desk: its interface, quantities and references. */
export const demoPolicy: CapturePolicy = {
  ...defaultCapturePolicy,
  vocabulary: ['Brackenhall', 'Order desk', 'Lowbridge counter', 'Desk 3'],
  keepText: [
    '.side',
    'thead',
    'dt',
    'button',
    'a.button',
    '.acts',
    '.status-pill',
    '.status',
    'kbd',
  ],
  fields: [
    { selector: 'input[inputmode=numeric]', fidelity: 'text' },
    { selector: 'textarea', fidelity: 'none' },
  ],
};
