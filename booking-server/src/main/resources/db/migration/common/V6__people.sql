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
