-- Whoever gave a session back in one window edits it in none: they label it again by opening it again.

-- Takes the pen where it is free, where one of the windows `p_gone` has it, which the caller knows to be
-- closed, or by force; says that the window is still there where it has the pen. Nobody takes it of a
-- session they gave back. Answers who has it, with times as ages, since the caller's clock may be wrong:
-- { "mine", "given_back", "taken_ms", "saved_ms", "edits", "status" }
create or replace function public.take_pen(p_annotation uuid, p_window uuid, p_gone uuid[] default '{}', p_force boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  a public.annotations;
  is_given_back boolean;
begin
  select * into a from public.annotations where id = p_annotation and annotator_id = me for update;
  if a.id is null or not private.owns_annotation(a.id) then
    perform private.refuse(404, 'There is no such annotation, or it is not yours to edit.');
  end if;
  is_given_back := exists (
    select from public.assignments x
    where x.session_id = a.session_id and x.annotator_id = me and x.state = 'released');
  if not is_given_back and (p_force or a.pen = any (p_gone) or private.has_pen(a, p_window)) then
    update public.annotations set
      pen_taken_at = case when pen = p_window then pen_taken_at else now() end,
      pen = p_window, pen_seen_at = now()
    where id = a.id returning * into a;
  end if;
  return jsonb_build_object(
    'mine', not is_given_back and a.pen = p_window,
    'given_back', is_given_back,
    'taken_ms', coalesce(round(1000 * extract(epoch from now() - a.pen_taken_at)), 0),
    'saved_ms', round(1000 * extract(epoch from now() - a.saved_at)),
    'edits', a.edits,
    'status', a.status);
end $$;
