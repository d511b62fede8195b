-- Declining a session with a reason, taking that back, and putting back what was set aside.

-- A session is set aside once as many as the project says found that it can't be labeled, or one saw
-- personal data in it.
create function private.set_aside_or_not(of_session uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare is_impossible boolean;
begin
  select count(d.id) >= p.declines_to_set_aside or coalesce(bool_or(d.reason = 'personal data'), false) into is_impossible
  from public.sessions s
  join public.projects p on p.id = s.project_id
  left join public.declines d on d.session_id = s.id and d.kind = 'impossible' and d.ended_at is null
  where s.id = of_session group by p.id;
  update public.sessions set set_aside_at = case when is_impossible then coalesce(set_aside_at, now()) end
  where id = of_session and (set_aside_at is not null) <> is_impossible;
end $$;

-- `skip`: not now for the caller; it comes back to them last. `impossible`: for nobody as it is. What was
-- labeled so far stays.
create function public.decline_session(p_session uuid, p_kind text, p_reason text, p_words text default '') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  made uuid;
begin
  perform from public.sessions where id = p_session for update;
  if not exists (
    select from public.assignments x join public.sessions s on s.id = x.session_id
    where x.session_id = p_session and x.annotator_id = me and x.state in ('reserved', 'held')
      and s.state = 'sealed' and private.has_role(s.project_id, array['annotator'])) then
    perform private.refuse(404, 'There is no such session, or it is not with you.');
  elsif p_kind = 'impossible' and p_reason = 'other' and btrim(coalesce(p_words, '')) = '' then
    perform private.refuse(422, 'Say in a few words why nobody can label it: an admin decides by them.');
  end if;
  update public.declines set ended_at = now() where session_id = p_session and annotator_id = me and ended_at is null;
  insert into public.declines (session_id, annotator_id, kind, reason, words)
  values (p_session, me, p_kind, p_reason, left(btrim(coalesce(p_words, '')), 2000)) returning id into made;
  update public.assignments set state = 'released', leased_until = now() where session_id = p_session and annotator_id = me;
  perform private.set_aside_or_not(p_session);
  return made;
exception when check_violation then
  raise exception using errcode = 'PT422', message = 'Choose one of the reasons on offer.';
end $$;
grant execute on function public.decline_session(uuid, text, text, text) to authenticated;

-- Takes the caller's own decline back and gives them the session again, where nobody has it meanwhile.
create function public.take_back_decline(p_decline uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  s public.sessions;
begin
  update public.declines d set ended_at = now() from public.sessions t
  where d.id = p_decline and d.annotator_id = me and d.ended_at is null
    and t.id = d.session_id and t.state = 'sealed' and private.has_role(t.project_id, array['annotator'])
  returning t.* into s;
  if s.id is null then
    perform private.refuse(404, 'There is no such decline of yours any more.');
  end if;
  perform from public.sessions where id = s.id for update;
  perform private.set_aside_or_not(s.id);
  if not private.slot_is_free(s.id, me) then
    return false;
  end if;
  select * into s from public.sessions where id = s.id;
  perform private.take(s);
  return true;
end $$;
grant execute on function public.take_back_decline(uuid) to authenticated;

-- An admin puts a session back: whatever was said against it no longer stands.
create function public.put_back_session(p_session uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare s public.sessions;
begin
  perform private.require_sign_in();
  select * into s from public.sessions where id = p_session for update;
  if s.id is null or not private.has_role(s.project_id, array['admin']) then
    perform private.refuse(404, 'There is no such session, or it is not yours to put back.');
  end if;
  update public.declines set ended_at = now() where session_id = p_session and ended_at is null;
  perform private.set_aside_or_not(p_session);
end $$;
grant execute on function public.put_back_session(uuid) to authenticated;
