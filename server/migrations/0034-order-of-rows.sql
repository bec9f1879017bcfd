-- What is read in the order in which it was written keeps that order where two rows share an instant: the events and papers of one
-- act do, the rows of an imported sheet do, and files sent side by side may. Only ever the second key, after the instant, and shown
-- to nobody. Basis: this product's own.
alter table audit_events add column event_order bigint generated always as identity;
alter table attachments add column added_order bigint generated always as identity;
alter table documents add column issued_order bigint generated always as identity;
alter table thematic_registrations add column registration_order bigint generated always as identity;
alter table deadline_changes add column change_order bigint generated always as identity;
alter table deadline_extensions add column asking_order bigint generated always as identity;
alter table self_report_remarks add column remark_order bigint generated always as identity;
alter table item_remarks add column remark_order bigint generated always as identity;
alter table document_requests add column asking_order bigint generated always as identity;
alter table minutes_signatures add column signing_order bigint generated always as identity;
alter table conclusions add column draft_order bigint generated always as identity;
alter table violation_flags add column flag_order bigint generated always as identity;
alter table roster_exceptions add column exception_order bigint generated always as identity;
alter table press_coverage add column coverage_order bigint generated always as identity;
alter table schedule_proposals add column asking_order bigint generated always as identity;
alter table costs add column entry_order bigint generated always as identity;
alter table trips add column planning_order bigint generated always as identity;
