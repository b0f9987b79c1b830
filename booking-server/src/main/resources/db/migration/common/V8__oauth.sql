-- The keys of partners' programs. Each comes in as an account of its own. Of the secret only SHA-256 is kept.

create table api_key (
    id              varchar(48)  primary key,
    account_id      varchar(48)  not null unique references account,
    name            varchar(100) not null,
    scopes          varchar(100) not null,
    secret_hash     varchar(64)  not null,
    created_at      timestamp(6) with time zone not null,
    expires_at      timestamp(6) with time zone not null,
    used_at         timestamp(6) with time zone,
    ended_at        timestamp(6) with time zone
);

-- Programs that let people sign in with a browser. None of them has a secret. A loopback one may name any port.

create table oauth_client (
    id              varchar(60)  primary key,
    name            varchar(100) not null,
    redirect_uri    varchar(500) not null,
    loopback        boolean      not null,
    -- whether it comes from us: then nobody is asked for more than which account
    own             boolean      not null
);
insert into oauth_client (id, name, redirect_uri, loopback, own)
    values ('keyrack-desktop', 'Keyrack Desktop', 'http://127.0.0.1/callback', true, true);

-- What somebody is about in a browser: named by a cookie, and led on by a token in each form that is good once.

create table oauth_visit (
    cookie_hash     varchar(64)  primary key,
    form_hash       varchar(64)  not null,
    step            varchar(20)  not null,
    client_id       varchar(60)  references oauth_client,
    redirect_uri    varchar(500),
    client_state    varchar(1000),
    challenge       varchar(43),
    user_code_hash  varchar(64),
    name            varchar(254) not null,
    account_id      varchar(48)  references account,
    expires_at      timestamp(6) with time zone not null
);
create index oauth_visit_by_time on oauth_visit (expires_at);

create table oauth_code (
    hash            varchar(64)  primary key,
    client_id       varchar(60)  not null references oauth_client,
    redirect_uri    varchar(500) not null,
    challenge       varchar(43)  not null,
    account_id      varchar(48)  not null references account,
    expires_at      timestamp(6) with time zone not null,
    -- the session that it made; null before
    session_id      varchar(48)
);
create index oauth_code_by_time on oauth_code (expires_at);

-- Which program a session was opened for.

create table oauth_session (
    session_id      varchar(48)  primary key references login_session on delete cascade,
    client_id       varchar(60)  not null references oauth_client
);

-- Programs on devices without a browser, which wait for somebody to enter a code elsewhere.

create table oauth_device (
    hash            varchar(64)  primary key,
    user_code_hash  varchar(64)  not null unique,
    client_id       varchar(60)  not null references oauth_client,
    state           varchar(20)  not null,
    account_id      varchar(48)  references account,
    pause_seconds   int          not null,
    polled_at       timestamp(6) with time zone,
    expires_at      timestamp(6) with time zone not null
);
create index oauth_device_by_time on oauth_device (expires_at);
