/** Who may call what: function × person. */
import { personas, type Persona } from './matrix.ts';

const everyone: readonly Persona[] = personas;
const signedIn: readonly Persona[] = personas.filter((who) => who !== 'anon');
const annotators: readonly Persona[] = ['annotator', 'colleague'];
const users: readonly Persona[] = ['consumer', 'admin'];

const otherPolicy =
  '{"format":1,"vocabulary":["Save"],"keepText":[],"fields":[],"fieldDefault":"none","block":[],"timeQuantumMs":1}';

interface Asked {
  readonly key?: string;
  readonly token?: string;
  readonly site?: string;
  readonly notice?: string;
  readonly policy?: string;
  readonly purposes?: string;
}
const asked = (of: Asked) => ({
  key: `'$recorderKey'`,
  token: `'$token'`,
  site: `'https://desk.test'`,
  notice: '1',
  policy: '1',
  purposes: `array['training']`,
  ...of,
});
const answering = (of: Asked = {}) => {
  const { key, token, site, notice, purposes } = asked(of);
  return [key, token, site, notice, purposes].join(', ');
};
const starting = (of: Asked = {}) => {
  const { key, token, site, notice, policy, purposes } = asked(of);
  return [key, token, site, purposes, notice, policy, 'now()', '1'].join(', ');
};

/** Arguments are SQL in which `$name` stands for an id of the fixture. */
export const functions: Record<
  string,
  { readonly calls: readonly { readonly args: string; readonly may: readonly Persona[] }[] }
> = {
  set_my_name: { calls: [{ args: `'A name'`, may: signedIn }] },
  create_project: { calls: [{ args: `'New', 'new-one'`, may: signedIn }] },
  add_member: {
    calls: [{ args: `'$ours', 'stranger@test.invalid', 'annotator'`, may: ['admin'] }],
  },
  remove_member: { calls: [{ args: `'$ours', '$colleague', 'annotator'`, may: ['admin'] }] },
  publish_notice: { calls: [{ args: `'$ours', 'text', array['training']`, may: ['admin'] }] },
  publish_label_set: {
    calls: [
      { args: `'$ours', '[{"slug":"a","title":"A"}]'`, may: ['admin'] },
      { args: `'$ours', '[]'`, may: [] },
    ],
  },
  // Answers nothing to whoever may not read the labels.
  label_set: {
    calls: [{ args: `(select label_set_id from public.annotations limit 1)`, may: signedIn }],
  },
  label_use: { calls: [{ args: `'$ours'`, may: ['admin'] }] },
  // Answers nothing to whoever does not write the annotation.
  newer_labels: { calls: [{ args: `'$draft'`, may: signedIn }] },
  move_annotation: {
    calls: [
      {
        args: `'$draft', 1, (select label_set_id from public.annotations where id = '$draft')`,
        may: ['annotator'],
      },
      { args: `'$draft', 7, gen_random_uuid()`, may: [] },
    ],
  },
  publish_capture_policy: {
    calls: [
      { args: `'$ours', '${otherPolicy}'`, may: ['admin'] },
      { args: `'$ours', '{}'`, may: [] },
    ],
  },
  create_recorder_key: {
    calls: [
      {
        args: `'$ours', 'desk', array['https://desk.test', 'http://localhost:3000']`,
        may: ['admin'],
      },
      { args: `'$ours', 'desk', array['http://desk.example.org']`, may: [] },
    ],
  },
  revoke_recorder_key: { calls: [{ args: `'$keyId'`, may: ['admin'] }] },
  recorder_terms: {
    calls: [
      { args: `'$recorderKey', 'https://desk.test'`, may: everyone },
      { args: `'$recorderKey', 'https://other.test'`, may: [] },
      { args: `'wrong', 'https://desk.test'`, may: [] },
    ],
  },
  answer_consent: {
    calls: [
      { args: answering(), may: everyone },
      { args: answering({ token: "repeat('a', 64)" }), may: everyone },
      { args: answering({ token: "'short'" }), may: [] },
      { args: answering({ key: "'wrong'" }), may: [] },
      { args: answering({ site: "'https://other.test'" }), may: [] },
      { args: answering({ notice: '2' }), may: [] },
      { args: answering({ purposes: "array['evaluation']" }), may: [] },
      { args: answering({ purposes: "'{}'" }), may: [] },
    ],
  },
  start_session: {
    calls: [
      { args: starting(), may: everyone },
      { args: starting({ purposes: "array['training', 'research']" }), may: everyone },
      { args: starting({ key: "'wrong'" }), may: [] },
      { args: starting({ token: "'wrong'" }), may: [] },
      { args: starting({ site: "'https://other.test'" }), may: [] },
      { args: starting({ purposes: "array['research']" }), may: [] },
      { args: starting({ notice: '2' }), may: [] },
      { args: starting({ policy: '2' }), may: [] },
    ],
  },
  recording_standing: {
    calls: [
      { args: `'$live', '$liveCapability'`, may: everyone },
      { args: `'$live', repeat('0', 64)`, may: [] },
    ],
  },
  start_import: {
    calls: [
      { args: `'$ours', repeat('9', 64), 'p-new', array['training'], now(), 1`, may: ['admin'] },
    ],
  },
  commit_chunk: {
    calls: [
      {
        args: `'$open', '$capability', 0, 1, 10, 20, 1, 7, repeat('d', 64), repeat('c', 64), '{}'`,
        may: everyone,
      },
      {
        args: `'$open', repeat('0', 64), 0, 1, 10, 20, 1, 7, repeat('d', 64), repeat('c', 64), '{}'`,
        may: [],
      },
    ],
  },
  // For the secret key alone.
  add_keyframe: {
    calls: [
      { args: `'$approved', 0, 0, 7, repeat('d', 64)`, may: [] },
      { args: `'$open', 0, 0, 7, repeat('d', 64)`, may: [] },
    ],
  },
  seal_session: {
    calls: [
      {
        args: `'$open', '$capability', '{"chunks":1,"duration_ms":9,"events":1,"pages":1,"keystrokes":0}'`,
        may: everyone,
      },
      { args: `'$open', repeat('0', 64), '{"chunks":1}'`, may: [] },
      { args: `'$live', '$liveCapability', '{"chunks":{"0":1}}'`, may: everyone },
    ],
  },
  discard_session: {
    calls: [
      { args: `'$open', '$capability'`, may: everyone },
      { args: `'$live', '$liveCapability'`, may: everyone },
      { args: `'$live', '$capability'`, may: [] },
      { args: `'$approved', '$approvedCapability'`, may: [] },
    ],
  },
  claim_next_session: { calls: [{ args: `'$ours'`, may: annotators }] },
  queue_standing: { calls: [{ args: `'$ours', now()`, may: annotators }] },
  read_ahead: { calls: [{ args: `'$ours', null`, may: annotators }] },
  enter_session: {
    calls: [
      { args: `'$free'`, may: annotators },
      { args: `'$preview'`, may: [] },
    ],
  },
  renew_lease: {
    calls: [
      { args: `'$drafted'`, may: ['annotator'] },
      { args: `'$withdrawn'`, may: [] },
    ],
  },
  decline_session: {
    calls: [
      { args: `'$drafted', 'skip', 'no time'`, may: ['annotator'] },
      { args: `'$drafted', 'impossible', 'other', ''`, may: [] },
      { args: `'$drafted', 'skip', 'broken'`, may: [] },
      { args: `'$free', 'skip', 'no time'`, may: [] },
    ],
  },
  take_back_decline: { calls: [{ args: `'$decline'`, may: ['colleague'] }] },
  put_back_session: { calls: [{ args: `'$declined'`, may: ['admin'] }] },
  set_queue_rules: {
    calls: [
      { args: `'$ours', 2, 3`, may: ['admin'] },
      { args: `'$ours', 0, 3`, may: [] },
    ],
  },
  open_session: {
    calls: [
      { args: `'$free', 'annotator'`, may: annotators },
      { args: `'$preview', 'annotator'`, may: [] },
      { args: `'$approved', 'reviewer'`, may: ['reviewer'] },
      { args: `'$approved', 'admin', 'a complaint'`, may: ['admin'] },
      { args: `'$approved', 'admin', ''`, may: [] },
      { args: `'$approved', 'contributor'`, may: ['contributor'] },
      { args: `'$preview', 'contributor'`, may: ['contributor'] },
      { args: `'$approved', 'consumer'`, may: [] },
      { args: `'$withdrawn', 'contributor'`, may: [] },
    ],
  },
  // Opened by the annotator and the reviewer of the fixture.
  session_tracks: {
    calls: [
      { args: `'$approved'`, may: ['annotator', 'reviewer'] },
      { args: `'$approved', 0, 64`, may: ['annotator', 'reviewer'] },
      { args: `'$free'`, may: [] },
      { args: `'$preview'`, may: [] },
      { args: `'$withdrawn'`, may: [] },
    ],
  },
  begin_annotation: {
    calls: [
      { args: `'$free'`, may: annotators },
      { args: `'$preview'`, may: [] },
    ],
  },
  begin_labeling: {
    calls: [
      { args: `'$free'`, may: annotators },
      { args: `'$preview'`, may: [] },
    ],
  },
  // Answers nothing to whoever may not read the annotation.
  annotation_desk: { calls: [{ args: `'$draft'`, may: signedIn }] },
  save_edits: {
    calls: [{ args: `'$draft', 1, '[{"kind":"x"}]', '{"tasks":[]}'`, may: ['annotator'] }],
  },
  take_pen: {
    calls: [
      { args: `'$draft', '$draft'`, may: ['annotator'] },
      { args: `'$submission', '$draft', '{}', true`, may: ['colleague'] },
    ],
  },
  drop_pen: { calls: [{ args: `'$draft', '$draft'`, may: signedIn }] },
  submit_annotation: { calls: [{ args: `'$draft', 1`, may: ['annotator'] }] },
  hand_to_model: {
    calls: [
      { args: `'$drafted', 'https://model.test'`, may: ['annotator'] },
      { args: `'$drafted', 'https://model.test/path'`, may: [] },
      { args: `'$free', 'https://model.test'`, may: [] },
    ],
  },
  release_session: { calls: [{ args: `'$drafted'`, may: signedIn }] },
  decide_review: {
    calls: [
      { args: `'$submission', 1, 'approve', ''`, may: ['reviewer'] },
      { args: `'$submission', 1, 'reject', ''`, may: [] },
      { args: `'$submission', 7, 'approve', ''`, may: [] },
    ],
  },
  preview_release: { calls: [{ args: `'$ours', 'training'`, may: users }] },
  start_release: {
    calls: [
      { args: `'$ours', 'next', 'training'`, may: users },
      { args: `'$ours', 'first', 'training'`, may: [] },
    ],
  },
  publish_release: {
    calls: [{ args: `'$building', repeat('e', 64), '[]'`, may: ['consumer'] }],
  },
  open_release: {
    calls: [
      { args: `'$release'`, may: users },
      { args: `'$building'`, may: [] },
    ],
  },
  withdraw_session: { calls: [{ args: `'$approved'`, may: ['contributor'] }] },
  withdraw_consent: { calls: [{ args: `'$contributorId'`, may: ['contributor'] }] },
  share_session: { calls: [{ args: `'$preview'`, may: ['contributor'] }] },
  withdraw_recorded: { calls: [{ args: `'$token'`, may: everyone }] },
  link_recordings: {
    calls: [
      { args: `'$unlinkedToken'`, may: signedIn },
      { args: `'$token'`, may: ['contributor'] },
      { args: `'unknown'`, may: [] },
    ],
  },
  my_access_log: { calls: [{ args: '', may: signedIn }] },
};
