-- Proofs of a remedy hang like any other file: on the recommendation, at the turn of the remedy that they go with.

alter table remedies add column turn integer;
update remedies r set turn = o.turn
from (select remedy_id, row_number() over (partition by recommendation_id order by submitted_at, remedy_id) as turn from remedies) o
where o.remedy_id = r.remedy_id;
alter table remedies alter column turn set not null,
  add constraint one_remedy_a_turn unique (recommendation_id, turn);
comment on column remedies.file_ids is 'The attachments that hung at its turn when it was sent.';

-- Proofs sent before keep their ids, so that each remedy still names its own.
insert into attachments (attachment_id, inspection_id, owner_kind, owner_id, place, name, kind, media_type, size, sha256, sent_sha256,
  state, added_by, added_at)
select distinct on (f.file_id) f.file_id, c.inspection_id, 'remedy', r.recommendation_id, r.turn::text, f.name,
  case f.media_type
    when 'application/pdf' then 'pdf'
    when 'image/jpeg' then 'jpeg'
    when 'image/png' then 'png'
    when 'image/webp' then 'webp'
    when 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' then 'docx'
    else 'xlsx'
  end,
  f.media_type, f.size, f.sha256, f.sha256, 'unscanned', coalesce(f.uploaded_by, r.submitted_by), f.uploaded_at
from remedies r
join recommendations c using (recommendation_id)
join files f on f.file_id = any (r.file_ids)
order by f.file_id, r.turn;
delete from files where file_id in (select attachment_id from attachments where owner_kind = 'remedy');
