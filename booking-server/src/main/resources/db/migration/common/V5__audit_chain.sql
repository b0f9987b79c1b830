-- Each audit entry carries a hash over its content and the hash of the one before; ADR 010.

alter table audit_entry add column site_id varchar(48);
alter table audit_entry add column value_before varchar(4000);
alter table audit_entry add column value_after varchar(4000);
alter table audit_entry add column times integer default 1 not null;
-- null: written before the chain began
alter table audit_entry add column hash varchar(64);
-- the chain gives out its numbers itself, without a gap
alter table audit_entry alter column seq drop identity;

-- Where the chain began, and how far it has come. What was written before it began is not protected by it.
create table audit_head (
    name            varchar(10)  primary key,
    begun           bigint       not null,
    seq             bigint       not null,
    hash            varchar(64)  not null
);
insert into audit_head (name, begun, seq, hash)
select 'audit', coalesce(max(seq), 0), coalesce(max(seq), 0),
    '0000000000000000000000000000000000000000000000000000000000000000' from audit_entry;
