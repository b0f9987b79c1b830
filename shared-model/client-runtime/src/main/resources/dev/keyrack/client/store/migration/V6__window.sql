-- What touches a period is found within the index, without looking at all that comes later.
drop index record_by_period;
create index record_by_period on record (scope, type, alive, starts, ends);
