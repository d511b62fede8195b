-- Who gets which session: a slot for each annotation that is wanted, taken for a while and never twice.

-- Whether this person may have this session as things stand now. Who handed in a revision keeps a slot.
create function private.slot_is_free(of_session uuid, person uuid) returns boolean
language sql volatile security definer set search_path = '' as $$
  select exists (
      select from public.annotations a where a.session_id = s.id and a.annotator_id = person and a.revision > 0)
    or s.set_aside_at is null and s.annotations_done + (
      select count(*) from public.assignments x
      where x.session_id = s.id and x.annotator_id <> person
        and x.state in ('reserved', 'held') and x.leased_until > now()
        and not exists (
          select from public.annotations a
          where a.session_id = x.session_id and a.annotator_id = x.annotator_id and a.revision > 0)) < p.annotations_per_session
  from public.sessions s join public.projects p on p.id = s.project_id
  where s.id = of_session
$$;

-- Saving renews a lease, but not one that lapsed and whose slot somebody else has now.
create function private.keep_lapsed_lease() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not private.slot_is_free(new.session_id, new.annotator_id) then
    new.leased_until := old.leased_until;
  end if;
  return new;
end $$;
create trigger assignments_stay_lapsed before update on public.assignments
  for each row when (old.state = 'held' and new.state = 'held'
    and old.leased_until <= now() and new.leased_until > old.leased_until)
  execute function private.keep_lapsed_lease();

-- A transaction that reads ahead says so, and all it takes and logs is told as that.
create function private.reads_ahead() returns boolean
language sql stable set search_path = '' as $$
  select coalesce(current_setting('tasktape.reads_ahead', true), '') = 'yes'
$$;

create function private.reservation_ends() returns timestamptz
language sql stable set search_path = '' as $$ select now() + interval '5 minutes' $$;

-- Gives the session to the caller for the project's lease, or refuses with who may have it when.
create or replace function private.take(s public.sessions) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  until timestamptz;
  free_at timestamptz;
begin
  perform from public.sessions where id = s.id for update;
  if exists (select from public.contributor_identities i where i.contributor_id = s.contributor_id and i.user_id = me) then
    perform private.refuse(403, 'You were recorded in this session, so someone else labels it.');
  elsif not private.slot_is_free(s.id, me) then
    if s.set_aside_at is not null then
      perform private.refuse(409, 'This session was set aside because nobody could label it as it is. An admin can put it back.');
    end if;
    select min(x.leased_until) into free_at from public.assignments x
    where x.session_id = s.id and x.annotator_id <> me and x.state in ('reserved', 'held') and x.leased_until > now();
    perform private.refuse(409, case when free_at is null
      then 'This session has all the annotations it needs.'
      else format('Someone else is labeling this session. It comes back to the queue by %s UTC unless they finish.', to_char(free_at at time zone 'UTC', 'HH24:MI')) end);
  end if;
  until := case when private.reads_ahead() then private.reservation_ends()
    else now() + make_interval(mins => (select lease_minutes from public.projects where id = s.project_id)) end;
  insert into public.assignments as x (session_id, annotator_id, leased_until, given_at, state)
  values (s.id, me, until, clock_timestamp(), case when private.reads_ahead() then 'reserved' else 'held' end)
  on conflict (session_id, annotator_id) do update set
    leased_until = case when private.reads_ahead() then greatest(x.leased_until, until) else until end,
    given_at = case when x.state = 'released' then clock_timestamp() else x.given_at end,
    state = case
      when x.state = 'released' and private.reads_ahead() then 'reserved'
      when x.state = 'reserved' and private.reads_ahead() then 'reserved'
      when x.state in ('released', 'reserved') then 'held'
      else x.state end
  returning x.leased_until into until;
  update public.declines set ended_at = now()
  where session_id = s.id and annotator_id = me and ended_at is null and not private.reads_ahead();
  return until;
end $$;

-- Frees what was read ahead and never shown, and tells the contributor so. Nothing of it stays.
create function private.end_reservation(of_session uuid, person uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.assignments where session_id = of_session and annotator_id = person and state = 'reserved';
  if not found then
    return;
  end if;
  delete from public.annotations where session_id = of_session and annotator_id = person and edits = 0 and revision = 0;
  if exists (select from public.annotations where session_id = of_session and annotator_id = person)
    or exists (select from public.declines where session_id = of_session and annotator_id = person and ended_at is null) then
    insert into public.assignments (session_id, annotator_id, leased_until, state) values (of_session, person, now(), 'released');
  end if;
  perform private.log_access(of_session, 'annotator', 'return', by_whom => person);
end $$;

create function private.end_lapsed_reservations(in_project uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare x record;
begin
  for x in
    select a.session_id, a.annotator_id from public.assignments a join public.sessions s on s.id = a.session_id
    where s.project_id = in_project and a.state = 'reserved' and a.leased_until <= now()
    for update of a skip locked
  loop
    perform private.end_reservation(x.session_id, x.annotator_id);
  end loop;
end $$;

-- The session that comes next for the caller, locked: what they hold unfinished, but only onwards from
-- `after`; then what they never had, begun sessions first, then the oldest; then what they gave back,
-- the longest ago first; then round to what else they hold. What another transaction is about to take is passed over, and looked at again
-- before it is said that there is nothing. The parts of the query come in the order of an index each, so
-- that no more rows are read than are passed over.
create function private.next_session(in_project uuid, after uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  wanted int;
  since timestamptz;
  candidate uuid;
  contended boolean;
begin
  select annotations_per_session into wanted from public.projects where id = in_project;
  select x.given_at into since from public.assignments x
  where x.session_id = after and x.annotator_id = me and x.state = 'held';
  for attempt in 1..200 loop
    contended := false;
    for candidate in
      (select s.id from public.assignments x
        join public.sessions s on s.id = x.session_id
        left join public.annotations a on a.session_id = s.id and a.annotator_id = me
        where x.annotator_id = me and x.state in ('reserved', 'held') and coalesce(a.status, 'draft') in ('draft', 'changes requested')
          and s.project_id = in_project and s.state = 'sealed' and s.queue_from <= now()
          and s.id is distinct from after and (since is null or x.given_at > since)
        order by x.state = 'reserved' desc, x.given_at)
      union all
      (select s.id from public.sessions s
        where s.project_id = in_project and s.state = 'sealed' and s.set_aside_at is null
          and s.annotations_done < wanted and s.queue_from <= now()
          and (select x.id from public.assignments x where x.session_id = s.id and x.annotator_id = me) is null
          and (select i.user_id from public.contributor_identities i where i.contributor_id = s.contributor_id and i.user_id = me) is null
        order by s.annotations_done desc, s.added_at, s.id)
      union all
      (select s.id from public.assignments x
        join public.sessions s on s.id = x.session_id
        left join public.annotations a on a.session_id = s.id and a.annotator_id = me
        where x.annotator_id = me and coalesce(a.status, 'draft') in ('draft', 'changes requested')
          and (x.state = 'released' or x.state = 'held' and x.given_at <= since)
          and s.project_id = in_project and s.state = 'sealed' and s.queue_from <= now() and s.id is distinct from after
          and not exists (
            select from public.declines d
            where d.session_id = s.id and d.annotator_id = me and d.kind = 'impossible' and d.ended_at is null)
        order by x.state = 'released' desc, x.leased_until)
    loop
      continue when not private.slot_is_free(candidate, me);
      perform from public.sessions where id = candidate for update skip locked;
      if not found then
        contended := true;
      elsif private.slot_is_free(candidate, me) then
        return candidate;
      end if;
    end loop;
    exit when not contended;
    perform pg_sleep(0.02);
  end loop;
  return null;
end $$;

-- How the queue stands for the caller: what is left for them and in all, what was handed in since, and
-- where the rest is: with others and until when, in preview, declined, set aside, done by them.
create function private.queue_standing(in_project uuid, since timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  wanted int;
begin
  select annotations_per_session into wanted from public.projects where id = in_project;
  return (
    with leases as (
      select x.session_id, count(*) as others, min(x.leased_until) as free_at
      from public.assignments x
      left join public.annotations a on a.session_id = x.session_id and a.annotator_id = x.annotator_id and a.revision > 0
      where x.state in ('reserved', 'held') and x.leased_until > now() and x.annotator_id <> me and a.id is null
      group by x.session_id),
    queued as (
      select l.free_at, s.queue_from, case
        when s.queue_from is null or s.queue_from > now() then 'preview'
        when a.status = 'changes requested' then 'returned'
        when a.revision > 0 then 'done'
        when i.user_id is not null then 'own'
        when d.id is not null then 'declined'
        when s.annotations_done + coalesce(l.others, 0) < wanted then 'free'
        else 'held' end as place
      from public.sessions s
      left join leases l on l.session_id = s.id
      left join public.annotations a on a.session_id = s.id and a.annotator_id = me
      left join public.contributor_identities i on i.contributor_id = s.contributor_id and i.user_id = me
      left join public.declines d on d.session_id = s.id and d.annotator_id = me and d.kind = 'impossible' and d.ended_at is null
      where s.project_id = in_project and s.state = 'sealed' and s.set_aside_at is null and s.annotations_done < wanted),
    handed_in as (
      select count(*) as everyone, count(*) filter (where a.annotator_id = me) as mine
      from public.annotations a join public.sessions s on s.id = a.session_id
      where s.project_id = in_project and a.submitted_at >= since),
    returned as (
      select count(*) as to_me from public.annotations a join public.sessions s on s.id = a.session_id
      where a.annotator_id = me and a.status = 'changes requested' and s.project_id = in_project and s.state = 'sealed')
    select jsonb_build_object(
      'left_for_me', count(*) filter (where place = 'free') + (select to_me from returned),
      'left', count(*) filter (where place <> 'preview'),
      'held', count(*) filter (where place = 'held'),
      'next_free_at', min(free_at) filter (where place = 'held'),
      'in_preview', count(*) filter (where place = 'preview'),
      'next_shared_at', min(queue_from) filter (where place = 'preview'),
      'declined', count(*) filter (where place = 'declined'),
      'own', count(*) filter (where place = 'own'),
      'done_by_me', count(*) filter (where place = 'done'),
      'set_aside', (select count(*) from public.sessions s where s.project_id = in_project and s.set_aside_at is not null and s.state = 'sealed'),
      'handed_in', (select everyone from handed_in),
      'handed_in_by_me', (select mine from handed_in))
    from queued);
end $$;

-- `p_since` is when the caller's day began.
create function public.queue_standing(p_project uuid, p_since timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role(p_project, array['annotator'], 'label sessions');
  return private.queue_standing(p_project, p_since);
end $$;
grant execute on function public.queue_standing(uuid, timestamptz) to authenticated;

drop function public.claim_next_session(uuid);
drop function private.next_session(uuid);

-- What was left behind, by a recorder or by whoever had it read ahead, comes back before the queue is asked.
create function private.find_next(in_project uuid, after uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_role(in_project, array['annotator'], 'label sessions');
  perform private.seal_abandoned(in_project);
  perform private.end_lapsed_reservations(in_project);
  return private.next_session(in_project, after);
end $$;
grant execute on function private.find_next(uuid, uuid) to authenticated;

-- The next session to label after the one at hand: { session_id }, or, when none is free, { session_id: null }
-- with how the queue stands.
create function public.claim_next_session(p_project uuid, p_after uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  next_id uuid := private.find_next(p_project, p_after);
  s public.sessions;
begin
  if next_id is null then
    return private.queue_standing(p_project, now()) || jsonb_build_object('session_id', null);
  end if;
  select * into s from public.sessions where id = next_id;
  perform private.take(s);
  return jsonb_build_object('session_id', next_id);
end $$;
grant execute on function public.claim_next_session(uuid, uuid) to authenticated;

-- Keeps a session for whoever is at it: { held, taken, until }. Where it lapsed and somebody else has it
-- now, or has handed it in, it is taken, and `until` says how long they have it.
create function public.renew_lease(p_session uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  x public.assignments;
  s public.sessions;
begin
  select * into s from public.sessions where id = p_session;
  select * into x from public.assignments where session_id = p_session and annotator_id = me;
  if x.id is null or not private.has_role(s.project_id, array['annotator']) then
    perform private.refuse(404, 'There is no such session, or it is not with you.');
  elsif s.state <> 'sealed' then
    perform private.refuse(410, 'The contributor has taken this session back.');
  elsif x.state = 'reserved' then
    update public.assignments set leased_until = private.reservation_ends() where id = x.id returning leased_until into x.leased_until;
    return jsonb_build_object('held', true, 'taken', false, 'until', x.leased_until);
  elsif x.state <> 'held' then
    return jsonb_build_object('held', false, 'taken', false, 'until', null);
  end if;
  perform from public.sessions where id = p_session for update;
  update public.assignments set
    leased_until = greatest(leased_until, now() + make_interval(mins => (select lease_minutes from public.projects where id = s.project_id)))
  where id = x.id returning * into x;
  return jsonb_build_object('held', x.leased_until > now(), 'taken', x.leased_until <= now(), 'until', case when x.leased_until > now() then x.leased_until else (
    select min(o.leased_until) from public.assignments o
    where o.session_id = p_session and o.annotator_id <> me and o.state in ('reserved', 'held') and o.leased_until > now()) end);
end $$;
grant execute on function public.renew_lease(uuid) to authenticated;

-- Gives a session back to the queue; what was labeled so far stays.
create or replace function public.release_session(p_session uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare me uuid := private.require_sign_in();
begin
  perform private.end_reservation(p_session, me);
  update public.assignments set state = 'released', leased_until = now()
  where session_id = p_session and annotator_id = me and state = 'held';
end $$;
