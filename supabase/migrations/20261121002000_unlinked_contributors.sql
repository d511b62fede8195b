-- Contributors whom nobody has signed in as: they withdraw by the token on their own machine, and
-- may make their recordings theirs at any time.

alter table public.access_log
  alter column actor_id drop not null,
  add constraint access_log_names_the_actor check (actor_id is not null or role = 'contributor');
comment on column public.access_log.actor_id is 'Who it was; null for a contributor known only by the token on their own machine.';

create or replace function public.my_access_log() returns table (
  id bigint, session_id uuid, actor text, role text, act text, purpose text, reason text, at timestamptz)
language sql stable security definer set search_path = '' as $$
  select l.id, l.session_id, case when l.actor_id is null then 'you' else coalesce(p.name, 'someone who left') end,
    l.role, l.act, l.purpose, l.reason, l.at
  from public.access_log l
  left join public.profiles p on p.user_id = l.actor_id
  where private.is_contributor(l.contributor_id)
  order by l.id desc
$$;

create function private.end_consent(contributor uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare sid uuid;
begin
  insert into public.consents (contributor_id, notice_id, purpose, granted, source)
  select contributor, n.id, p, false, 'asked'
  from unnest(private.standing_purposes(contributor)) p,
    lateral (select c.notice_id as id from public.consents c where c.contributor_id = contributor and c.purpose = p order by c.id desc limit 1) n;
  for sid in select id from public.sessions where contributor_id = contributor and state in ('recording', 'sealed') order by id loop
    perform private.take_back(sid);
  end loop;
end $$;

create or replace function public.withdraw_consent(p_contributor uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_sign_in();
  if not private.is_contributor(p_contributor) then
    perform private.refuse(404, 'There is no such contributor, or it is not you.');
  end if;
  perform private.end_consent(p_contributor);
end $$;

-- Asks for no reason and no sign-in. A token nothing was recorded by has nothing to end.
create function public.withdraw_recorded(p_contributor_token text) returns void
language plpgsql security definer set search_path = '' as $$
declare contributor uuid;
begin
  for contributor in
    select t.contributor_id from private.contributor_tokens t where t.token_hash = private.hash(p_contributor_token) order by 1
  loop
    perform private.end_consent(contributor);
  end loop;
end $$;
grant execute on function public.withdraw_recorded(text) to anon, authenticated;

-- The person becomes a contributor of the project, so that the workbench opens their recordings.
create function public.link_recordings(p_contributor_token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  mine uuid[];
begin
  select array_agg(t.contributor_id) into mine
  from private.contributor_tokens t where t.token_hash = private.hash(p_contributor_token);
  if mine is null then
    perform private.refuse(404, 'Nothing was recorded under this link. Open it from the recorder on the machine you were recorded on.');
  end if;
  insert into public.contributor_identities (contributor_id, user_id) select c, me from unnest(mine) c
  on conflict (contributor_id) do nothing;
  if exists (select from public.contributor_identities i where i.contributor_id = any (mine) and i.user_id <> me) then
    perform private.refuse(409, 'These recordings belong to another account. Sign in with that one to see them.');
  end if;
  insert into public.members (project_id, user_id, role)
  select c.project_id, me, 'contributor' from public.contributors c where c.id = any (mine)
  on conflict do nothing;
end $$;
grant execute on function public.link_recordings(text) to authenticated;
