-- The account under which it was done, and under which alone it is sent. Empty: done before this was kept.
alter table mutation add column author varchar(200) default '' not null;
