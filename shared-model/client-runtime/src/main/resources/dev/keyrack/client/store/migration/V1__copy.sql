-- What the server told, record by record; staged is the snapshot that is being taken.

create table record (
    scope   varchar(80)  not null,
    type    varchar(20)  not null,
    id      varchar(160) not null,
    version bigint       not null,
    alive   boolean      not null,
    starts  varchar(40),
    ends    varchar(40),
    body    character varying,
    primary key (scope, type, id)
);
create index record_by_period on record (scope, type, ends);

create table staged (
    scope   varchar(80)  not null,
    type    varchar(20)  not null,
    id      varchar(160) not null,
    version bigint       not null,
    alive   boolean      not null,
    starts  varchar(40),
    ends    varchar(40),
    body    character varying,
    primary key (scope, type, id)
);

create table position (
    scope  varchar(80)   primary key,
    cursor varchar(1000) not null
);
