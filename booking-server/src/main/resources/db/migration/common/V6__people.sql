-- The public keys of all nodes; each keeps its private ones for itself.

create table signing_key (
    id              varchar(60)  primary key,
    public_key      varchar(60)  not null,
    signs_from      timestamp(6) with time zone not null,
    accepted_until  timestamp(6) with time zone not null
);

-- What begins with a sign-in. Of refresh tokens only SHA-256 is kept. The present one is also kept sealed by the one
-- before, for a client that lost the answer.

create table login_session (
    id              varchar(48)  primary key,
    account_id      varchar(48)  not null references account,
    client          varchar(200) not null,
    device_hash     varchar(64),
    refresh_hash    varchar(64)  not null,
    previous_hash   varchar(64),
    sealed          varchar(64),
    rotated_at      timestamp(6) with time zone,
    created_at      timestamp(6) with time zone not null,
    proved_at       timestamp(6) with time zone not null,
    used_at         timestamp(6) with time zone not null,
    ended_at        timestamp(6) with time zone
);
create index login_session_by_account on login_session (account_id, used_at);
create index login_session_by_use on login_session (used_at);

-- Whose access tokens are good no more although their time is not over.

create table revocation (
    session_id      varchar(48)  primary key,
    at              timestamp(6) with time zone not null
);
create index revocation_by_time on revocation (at);

-- What people tell of themselves.

alter table account add column mail_confirmed_at timestamp(6) with time zone;
alter table account add column language varchar(2) default 'en' not null;
alter table account add column notices boolean default true not null;

-- Codes that are good once; of each only SHA-256.

create table one_time_code (
    hash            varchar(64)  primary key,
    kind            varchar(20)  not null,
    -- null before there is any account
    account_id      varchar(48)  references account,
    expires_at      timestamp(6) with time zone not null
);
create index one_time_code_by_account on one_time_code (account_id, kind);

-- The second factor. Of each step of time a code is taken once, whichever node is asked.

create table second_factor (
    account_id      varchar(48)  primary key references account,
    secret          varchar(64)  not null,
    confirmed       boolean      not null,
    last_step       bigint       not null
);
create table recovery_code (
    hash            varchar(64)  primary key,
    account_id      varchar(48)  not null references account
);
create index recovery_code_by_account on recovery_code (account_id);
