-- Reading the next session ahead, so that it opens at once. Reading ahead is reading: it rests on an entry
-- in the contributor's access log like any other, which says that nobody has been shown it.

alter table public.access_log
  drop constraint access_log_act_check,
  add constraint access_log_act_check check (
    act in ('import', 'prefetch', 'open', 'return', 'label', 'review', 'export', 'download', 'withdraw'));
comment on column public.access_log.act is
  'prefetch: read ahead and not shown; return: given back without having been shown.';

create or replace function private.log_access(of_session uuid, in_role text, what text, for_purpose text default null, why text default null, by_whom uuid default null)
returns void language plpgsql security definer set search_path = '' as $$
declare
  s public.sessions;
  last_hash text;
  moment timestamptz := clock_timestamp();
  actor uuid := coalesce(by_whom, (select auth.uid()));
  did text := case when what = 'open' and private.reads_ahead() then 'prefetch' else what end;
begin
  select * into s from public.sessions where id = of_session;
  perform pg_advisory_xact_lock(hashtextextended('access_log:' || s.project_id, 0));
  select hash into last_hash from public.access_log where project_id = s.project_id order by id desc limit 1;
  insert into public.access_log (project_id, session_id, contributor_id, actor_id, role, act, purpose, reason, at, previous_hash, hash)
  values (s.project_id, s.id, s.contributor_id, actor, in_role, did, for_purpose, why, moment, last_hash,
    private.hash(concat_ws('|', last_hash, s.id, actor, in_role, did, for_purpose, why, moment)));
end $$;

-- The one entry in the access log that all reading rests on. What was read ahead may be read for as long
-- as fetching its first page takes, and while it is still kept for whoever did.
create or replace function private.has_opened(the_session uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.access_log l
    where l.session_id = the_session and l.actor_id = (select auth.uid()) and (
      l.act = 'open' and l.at > now() - interval '12 hours'
      or l.act = 'prefetch' and l.at > now() - interval '15 minutes' and exists (
        select from public.assignments x
        where x.session_id = the_session and x.annotator_id = l.actor_id
          and x.state in ('reserved', 'held') and x.leased_until > now())))
$$;

-- Reserves the session that comes after the one at hand and tells what opening and labeling it will
-- need: { session_id, opened, desk, reserved }, or { session_id: null }. What the caller holds already is
-- not reserved, so it is not to be given back unopened.
create function public.read_ahead(p_project uuid, p_after uuid) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  next_id uuid := private.find_next(p_project, p_after);
  answer jsonb := jsonb_build_object('session_id', next_id);
begin
  if next_id is not null then
    perform set_config('tasktape.reads_ahead', 'yes', true);
    answer := answer || jsonb_build_object(
      'opened', public.open_session(next_id, 'annotator'), 'desk', public.begin_labeling(next_id));
    answer := answer || jsonb_build_object('reserved', exists (
      select from public.assignments x
      where x.session_id = next_id and x.annotator_id = (select auth.uid()) and x.state = 'reserved'));
    perform set_config('tasktape.reads_ahead', '', true);
  end if;
  return answer;
end $$;
grant execute on function public.read_ahead(uuid, uuid) to authenticated;

-- What was read ahead is being shown now: from here on it is opened, and held. Answers until when.
create function public.enter_session(p_session uuid) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  until timestamptz;
begin
  perform private.require_sign_in();
  perform public.open_session(p_session, 'annotator');
  select leased_until into until from public.assignments
  where session_id = p_session and annotator_id = (select auth.uid());
  return until;
end $$;
grant execute on function public.enter_session(uuid) to authenticated;
