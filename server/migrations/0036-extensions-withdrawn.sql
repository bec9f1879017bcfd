-- A request for more time of a report can be taken back by the unit until it is decided; who took it back, when and why stand
-- where a decision would.
alter table deadline_extensions
  drop constraint deadline_extensions_state_check,
  add constraint deadline_extensions_state_check check (state in ('asked', 'granted', 'refused', 'withdrawn'));
