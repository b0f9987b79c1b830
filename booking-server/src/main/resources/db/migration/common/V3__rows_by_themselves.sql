-- Rows that say all that the writer must know, without a look at another table.

alter table payment_operation add column currency char(3);
update payment_operation set currency = (select p.currency from payment p where p.id = payment_id);
alter table payment_operation alter column currency set not null;

alter table feed_record add column alive boolean default true not null;
update feed_record r set alive = false where exists (
    select 1 from feed_change c where c.scope = r.scope and c.seq = r.seq and c.op = 'DEL');

-- Which node wrote last; the others must not trust what they remember.

insert into setting (name, content) values ('writer.last', 'nobody');

create index payment_operation_by_payment on payment_operation (payment_id);
