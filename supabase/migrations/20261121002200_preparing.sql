-- Keyframes for sessions stored without: `tasktape prepare` adds them with the secret key. Of a chunk
-- nothing else changes, and a keyframe that is there stays.

create function public.add_keyframe(
  p_session uuid, p_tab int, p_seq int, p_keyframe_bytes int, p_keyframe_sha256 text, p_keyframe_sheets text[] default '{}')
returns void language plpgsql security definer set search_path = '' as $$
declare
  s public.sessions;
  c public.chunks;
  what text := format('Chunk %s of tab %s', p_seq, p_tab);
  path_stem text;
begin
  select * into s from public.sessions where id = p_session for update;
  if s.id is null then
    perform private.refuse(404, 'There is no such session.');
  elsif s.state in ('discarded', 'withdrawn') or not s.purposes && private.standing_purposes(s.contributor_id) then
    perform private.refuse(410, 'This session was taken back; nothing may be made of it.');
  elsif s.state <> 'sealed' then
    perform private.refuse(409, 'This session is still being recorded. Its recorder makes its keyframes.');
  end if;
  select * into c from public.chunks where session_id = p_session and tab = p_tab and seq = p_seq;
  if c.session_id is null then
    perform private.refuse(404, format('%s is not there.', what));
  elsif c.keyframe_sha256 = p_keyframe_sha256 then
    return;
  elsif c.keyframe_sha256 is not null then
    perform private.refuse(409, format('%s has another keyframe already.', what));
  elsif p_keyframe_sha256 is null then
    perform private.refuse(422, 'A keyframe comes with its size and its SHA-256.');
  end if;
  path_stem := regexp_replace(c.path, '\.json\.gz$', '');
  perform private.check_keyframe(what, path_stem, p_keyframe_bytes, p_keyframe_sha256, coalesce(p_keyframe_sheets, '{}'));
  update public.chunks set
    keyframe_path = path_stem || '.key.json.gz', keyframe_bytes = p_keyframe_bytes,
    keyframe_sha256 = p_keyframe_sha256, keyframe_sheets = coalesce(p_keyframe_sheets, '{}')
  where session_id = p_session and tab = p_tab and seq = p_seq;
end $$;
grant execute on function public.add_keyframe(uuid, int, int, int, text, text[]) to service_role;
