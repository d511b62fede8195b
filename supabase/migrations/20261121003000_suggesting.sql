-- Handing what was done in a session to a model of the project's own, so that it suggests tasks: only by
-- an annotator at work on it, only where training is agreed to still, and told in the contributor's log.

alter table public.access_log
  drop constraint access_log_act_check,
  add constraint access_log_act_check check (
    act in ('import', 'prefetch', 'open', 'return', 'label', 'suggest', 'review', 'export', 'download', 'withdraw'));
comment on column public.access_log.act is
  'prefetch: read ahead and not shown; return: given back without having been shown; suggest: what was done in it was sent to a model, named by reason.';

-- Asked before anything is sent. `p_model` is where it is sent to.
create function public.hand_to_model(p_session uuid, p_model text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  s public.sessions;
begin
  select * into s from public.sessions where id = p_session;
  if s.id is null or not private.reads_session(s.id) or not private.has_role(s.project_id, array['annotator'])
    or not exists (
      select from public.annotations a
      where a.session_id = s.id and a.annotator_id = me and a.status in ('draft', 'changes requested')) then
    perform private.refuse(404, 'There is no such session, or you are not labeling it.');
  elsif not 'training' = any (s.purposes) or not 'training' = any (private.standing_purposes(s.contributor_id)) then
    perform private.refuse(403, 'The contributor has not agreed to training, so nothing of this session may be sent to a model.');
  elsif p_model is null or p_model !~ '^https?://[a-z0-9.:\[\]-]{1,200}$' then
    perform private.refuse(422, 'Say which address it is sent to, without a path.');
  end if;
  perform private.log_access(s.id, 'annotator', 'suggest', 'training', p_model);
end $$;
grant execute on function public.hand_to_model(uuid, text) to authenticated;
