-- When a record was written here last, so that whoever holds it in memory can ask for what is newer.
create sequence touch start with 1;
alter table record add column touched bigint default next value for touch not null;
create index record_by_touch on record (scope, type, touched);

-- Rises when a scope's copy is replaced as a whole.
alter table position add column generation bigint default 0 not null;

-- What was done here and the server has not confirmed, in the order in which it was done. A problem: the server
-- refused, and a person decides.
create table mutation (
    seq         bigint            generated always as identity primary key,
    id          varchar(60)       not null unique,
    booking_id  varchar(48)       not null,
    body        character varying not null,
    recorded_at timestamp(3) with time zone not null,
    problem     character varying
);

create table setting (
    name    varchar(200)      primary key,
    content character varying not null
);
