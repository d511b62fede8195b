-- Whether a recorder may go on, and if not why: asked every few seconds, so that a withdrawal, a new
-- notice or a new policy reaches every tab.
create function public.recording_standing(p_session uuid, p_capability text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  s public.sessions;
  why text;
begin
  select s1.* into s from public.sessions s1
  join private.capabilities c on c.session_id = s1.id and c.hash = private.hash(p_capability)
  where s1.id = p_session;
  if s.id is null then
    perform private.refuse(403, 'This capability does not fit this session.');
  end if;
  why := case
    when s.state = 'withdrawn' or not s.purposes && private.standing_purposes(s.contributor_id) then 'withdrawn'
    when s.state in ('discarded', 'sealed') then s.state
    when exists (select from public.recorder_keys k where k.id = s.recorder_key_id and k.revoked_at is not null) then 'key'
    when (private.newest_notice(s.project_id)).id <> s.notice_id then 'notice'
    when (private.newest_policy(s.project_id)).id <> s.policy_id then 'policy'
  end;
  return jsonb_build_object('may_record', why is null, 'why', why, 'sentence', case why
    when 'withdrawn' then 'The consent to this recording was withdrawn. Nothing more may be recorded.'
    when 'discarded' then 'This recording was discarded.'
    when 'sealed' then 'This recording is closed. Start a new one to go on.'
    when 'key' then 'The recorder key was revoked. Ask the project''s admin for a new one.'
    when 'notice' then 'The project says something new about what it records. Ask again before recording goes on.'
    when 'policy' then 'The project has new rules for what may be captured. Start a new recording under them.'
  end);
end $$;
grant execute on function public.recording_standing(uuid, text) to anon, authenticated;
