-- Which version of the terms and the privacy notice somebody accepted, and when.

create table consent (
    account_id      varchar(48)  not null references account,
    version         varchar(20)  not null,
    accepted_at     timestamp(6) with time zone not null,
    primary key (account_id, version)
);

-- Whom a letter was written to: the outbox forgets it once the letter is sent.

create table account_letter (
    id              varchar(48)  primary key,
    account_id      varchar(48)  not null references account,
    subject         varchar(30)  not null,
    written_at      timestamp(6) with time zone not null
);
create index account_letter_by_account on account_letter (account_id, written_at);

-- The bookings and accounts whose person was erased, as long as copies of what was told of them are still about.

create table erasure (
    subject_id      varchar(48)  primary key,
    erased_at       timestamp(6) with time zone not null
);
