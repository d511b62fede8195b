-- Stop and discard: whoever holds a recording's capability takes it back, bytes included, until the
-- contributor's preview has ended or anyone else has opened it.

create function private.seen_by_others(the_session uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.access_log l
    where l.session_id = the_session and l.act = 'open' and not exists (
      select from public.contributor_identities i where i.contributor_id = l.contributor_id and i.user_id = l.actor_id))
$$;

-- Answers the names of the objects that are still to be deleted.
drop function public.discard_session(uuid, text);
create function public.discard_session(p_session uuid, p_capability text) returns text[]
language plpgsql security definer set search_path = '' as $$
declare s public.sessions := private.session_by_capability(p_session, p_capability);
begin
  if s.state = 'recording'
    or s.state = 'sealed' and s.origin = 'recorder' and s.queue_from > now() and not private.seen_by_others(p_session) then
    delete from public.chunks where session_id = p_session;
    update public.sessions set state = 'discarded', title = '', start_url = '', events = 0, pages = 0, keystrokes = 0,
      activity = '{}', gaps = '[]' where id = p_session;
  elsif s.state = 'sealed' then
    perform private.refuse(409, 'This recording has left the preview or was opened by someone. Withdraw it instead: that reaches what was made of it, too.');
  end if;
  return array(select name from storage.objects where bucket_id = 'recordings' and name like p_session || '/%' order by name);
end $$;
grant execute on function public.discard_session(uuid, text) to anon, authenticated;

-- Deleting takes the right to find the row; a writer has it for nothing else, so still reads nothing.
create function private.may_clear_recording(object_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  parts text[] := regexp_match(object_name, '^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9a-f]{64})/');
begin
  return coalesce(current_setting('storage.operation', true), '') like '%object.delete%' and parts is not null and exists (
    select from public.sessions s
    join private.capabilities c on c.session_id = s.id
    where s.id = parts[1]::uuid and c.hash = private.hash(parts[2]) and s.state in ('discarded', 'withdrawn'));
end $$;
grant execute on function private.may_clear_recording(text) to anon, authenticated;

create policy "what was taken back is found by its capability to be deleted" on storage.objects for select to anon, authenticated
  using (bucket_id = 'recordings' and (select private.may_clear_recording(name)));
create policy "what was taken back is deleted by its capability" on storage.objects for delete to anon, authenticated
  using (bucket_id = 'recordings' and (select private.may_clear_recording(name)));
