-- What files hang on is a row in `server/src/evidence/owners.ts`; here it is only held to the form of such a word.
alter table attachments drop constraint attachments_owner_kind_check;
alter table attachments add constraint attachments_owner_kind_check check (owner_kind ~ '^[a-z]+(-[a-z]+)*$');

-- Files of a unit's own scores are known to nobody else before the scores are sent, and are those of a scoring that is known.
create policy own_scores_until_sent on attachments as restrictive for select
  using (owner_kind <> 'scoring' or score_side_is_known(owner_id, 'self'));
