-- How often something was written that must not be lost; to be compared with the count that lies beside the store.
create table durable (writes bigint not null);
insert into durable values (0);
