-- Sales by card on their way: written before the terminal is asked, and after everything that is learnt.

create table sale (
    id   varchar(80)       primary key,
    body character varying not null
);
