-- Two things written down within one millisecond keep the order in which they were written.
alter table third_party_steps add column step_order bigint generated always as identity;
drop index third_party_steps_by_recommendation;
create index third_party_steps_by_recommendation on third_party_steps (recommendation_id, step_order);
alter table recommendation_due_changes add column change_order bigint generated always as identity;
alter table recommendation_extensions add column asking_order bigint generated always as identity;
