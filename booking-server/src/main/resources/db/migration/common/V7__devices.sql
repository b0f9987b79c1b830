-- Kiosks. Each is an account; what shows that it is one is a key that only the device has.

create table device (
    account_id      varchar(48)  primary key references account,
    name            varchar(60)  not null,
    status          varchar(20)  not null,
    public_key      varchar(43),
    enrolled_at     timestamp(6) with time zone,
    -- of the code that was shown last, SHA-256
    code_hash       varchar(64),
    code_expires_at timestamp(6) with time zone,
    -- the key that the code was used for
    code_key        varchar(43),
    -- what the device was asked to sign last
    challenge       varchar(43),
    challenged_at   timestamp(6) with time zone
);
create index device_by_code on device (code_hash);
