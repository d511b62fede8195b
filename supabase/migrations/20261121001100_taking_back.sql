-- Taking back: a contributor withdraws a session, or their consent. Unreadable at once, releases revoked.

create function private.take_back(of_session uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.sessions set state = 'withdrawn' where id = of_session and state in ('recording', 'sealed');
  update public.releases set state = 'revoked'
  where state = 'ready' and id in (select release_id from public.release_episodes where session_id = of_session);
  perform private.log_access(of_session, 'contributor', 'withdraw');
end $$;

create function public.withdraw_session(p_session uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_sign_in();
  if not exists (select from public.sessions s where s.id = p_session and private.is_contributor(s.contributor_id)) then
    perform private.refuse(404, 'There is no such session of yours.');
  end if;
  perform private.take_back(p_session);
end $$;
grant execute on function public.withdraw_session(uuid) to authenticated;

create function public.withdraw_consent(p_contributor uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare sid uuid;
begin
  perform private.require_sign_in();
  if not private.is_contributor(p_contributor) then
    perform private.refuse(404, 'There is no such contributor, or it is not you.');
  end if;
  insert into public.consents (contributor_id, notice_id, purpose, granted, source)
  select p_contributor, n.id, p, false, 'asked'
  from unnest(private.standing_purposes(p_contributor)) p,
    lateral (select c.notice_id as id from public.consents c where c.contributor_id = p_contributor and c.purpose = p order by c.id desc limit 1) n;
  for sid in select id from public.sessions where contributor_id = p_contributor and state in ('recording', 'sealed') loop
    perform private.take_back(sid);
  end loop;
end $$;
grant execute on function public.withdraw_consent(uuid) to authenticated;

-- A contributor lets a recording go before its preview window has ended.
create function public.share_session(p_session uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_sign_in();
  update public.sessions s set queue_from = least(coalesce(queue_from, now()), now())
  where s.id = p_session and s.state = 'sealed' and private.is_contributor(s.contributor_id);
  if not found then
    perform private.refuse(404, 'There is no such session of yours.');
  end if;
end $$;
grant execute on function public.share_session(uuid) to authenticated;

-- Who opened, labeled, exported or downloaded the caller's own sessions, with the name they work under.
create function public.my_access_log() returns table (
  id bigint, session_id uuid, actor text, role text, act text, purpose text, reason text, at timestamptz)
language sql stable security definer set search_path = '' as $$
  select l.id, l.session_id, coalesce(p.name, 'someone who left'), l.role, l.act, l.purpose, l.reason, l.at
  from public.access_log l
  left join public.profiles p on p.user_id = l.actor_id
  where private.is_contributor(l.contributor_id)
  order by l.id desc
$$;
grant execute on function public.my_access_log() to authenticated;
