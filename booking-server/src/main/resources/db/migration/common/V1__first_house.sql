-- Sites and what they sell.

create table site (
    id              varchar(48)  primary key,
    name            varchar(120) not null,
    location        varchar(200) not null,
    latitude        numeric(9,6) not null,
    longitude       numeric(9,6) not null,
    time_zone       varchar(60)  not null,
    currency        char(3)      not null,
    check_in_time   time         not null,
    hold_minutes    integer      not null check (hold_minutes between 1 and 30),
    overbooking     integer      default 0 not null check (overbooking >= 0)
);

create table resource (
    id              varchar(48)  primary key,
    site_id         varchar(48)  not null references site,
    type            varchar(20)  not null,
    name            varchar(120) not null,
    state           varchar(10)  not null,
    terms           text         not null,
    rates           text         not null,
    rules           text         not null,
    revision        bigint       not null
);
create index resource_by_site on resource (site_id, id);

create table unit (
    id              varchar(48)  primary key,
    resource_id     varchar(48)  not null references resource,
    name            varchar(60)  not null,
    open            boolean      not null,
    revision        bigint       not null,
    unique (resource_id, name)
);

create table occurrence (
    resource_id     varchar(48)  not null references resource,
    grain_start     timestamp(0) not null,
    grain_end       timestamp(0) not null,
    capacity        integer      not null check (capacity >= 0),
    primary key (resource_id, grain_start)
);

-- The inventory. grain_start is the local date of a night at 00:00, or the UTC start of a step or performance.

create table cell (
    resource_id     varchar(48)  not null references resource,
    grain_start     timestamp(0) not null,
    capacity        integer      not null,
    allowance       integer      default 0 not null,
    held            integer      default 0 not null,
    booked          integer      default 0 not null,
    leased          integer      default 0 not null,
    version         bigint       default 1 not null,
    primary key (resource_id, grain_start),
    constraint cell_never_oversold check (
        held >= 0 and booked >= 0 and leased >= 0 and held + booked + leased <= capacity + allowance)
);

create table unit_night (
    unit_id         varchar(48)  not null references unit,
    grain_start     timestamp(0) not null,
    owner_id        varchar(48)  not null,
    primary key (unit_id, grain_start)
);
create index unit_night_by_owner on unit_night (owner_id);

create table hold (
    id              varchar(48)  primary key,
    resource_id     varchar(48)  not null references resource,
    start_date      varchar(40)  not null,
    end_date        varchar(40)  not null,
    quantity        integer      not null check (quantity >= 1),
    guests          integer      not null,
    unit_id         varchar(48)  references unit,
    owner_id        varchar(48)  not null,
    state           varchar(10)  not null,
    -- null while a payment is under way: such a hold ends with the payment, not with the clock
    expires_at      timestamp(6) with time zone,
    extended        boolean      default false not null,
    quote           text         not null,
    revision        bigint       not null
);
create index hold_by_end on hold (state, expires_at);

-- Promises and money.

create table booking (
    id                  varchar(48)   primary key,
    site_id             varchar(48)   not null references site,
    resource_id         varchar(48)   not null references resource,
    resource_name       varchar(120)  not null,
    unit_id             varchar(48)   references unit,
    hold_id             varchar(48),
    user_id             varchar(48),
    status              varchar(12)   not null,
    start_date          varchar(40)   not null,
    end_date            varchar(40)   not null,
    -- where a guest left early: the end that was booked
    booked_end_date     varchar(40),
    quantity            integer       not null check (quantity >= 1),
    guests              integer       not null,
    total_price         numeric(14,3) not null,
    currency            char(3)       not null,
    price_lines         text          not null,
    policy              text          not null,
    confirmation_code   varchar(16)   not null unique,
    first_name          varchar(100)  not null,
    last_name           varchar(100)  not null,
    email               varchar(254),
    phone               varchar(40),
    notes               varchar(2000),
    payment_status      varchar(20)   not null,
    cancel_reason       varchar(2000),
    refund_amount       numeric(14,3) default 0 not null,
    cancelled_at        timestamp(6) with time zone,
    created_at          timestamp(6) with time zone not null,
    updated_at          timestamp(6) with time zone not null,
    revision            bigint        not null
);
create index booking_by_user on booking (user_id, created_at);
create index booking_by_resource on booking (resource_id, start_date);
create index booking_by_site on booking (site_id, start_date);

-- A change that waits for its payment; its added cells are held until then.
create table pending_change (
    payment_id          varchar(48)   primary key,
    booking_id          varchar(48)   not null unique references booking,
    target              text          not null
);

create table payment (
    id              varchar(48)   primary key,
    booking_id      varchar(48)   not null,
    token           varchar(200)  not null,
    state           varchar(12)   not null,
    amount          numeric(14,3) not null check (amount >= 0),
    captured        numeric(14,3) default 0 not null,
    refunded        numeric(14,3) default 0 not null,
    currency        char(3)       not null,
    gateway_reference varchar(100),
    decline_code    varchar(100),
    created_at      timestamp(6) with time zone not null,
    updated_at      timestamp(6) with time zone not null,
    check (refunded <= amount and captured <= amount)
);
create index payment_by_booking on payment (booking_id);

-- One row per outside call, written durably before it. The id is the idempotency key sent to the gateway.
create table payment_operation (
    id              varchar(48)   primary key,
    payment_id      varchar(48)   not null references payment,
    kind            varchar(10)   not null,
    amount          numeric(14,3) not null,
    state           varchar(10)   not null,
    attempts        integer       default 0 not null,
    next_attempt_at timestamp(6) with time zone not null,
    created_at      timestamp(6) with time zone not null
);
create index payment_operation_open on payment_operation (state, next_attempt_at);

-- The sandbox gateway's own books, as a bank would keep them elsewhere.
create table sandbox_charge (
    reference       varchar(100)  primary key,
    operation_id    varchar(48)   not null unique,
    token           varchar(200)  not null,
    currency        char(3)       not null,
    authorised      numeric(14,3) not null,
    captured        numeric(14,3) default 0 not null,
    refunded        numeric(14,3) default 0 not null,
    voided          boolean       default false not null
);
create table sandbox_operation (
    operation_id    varchar(48)   primary key,
    outcome         varchar(400)  not null
);

-- Who may come in.

create table account (
    id              varchar(48)  primary key,
    name            varchar(254) not null unique,
    password_hash   varchar(200) not null,
    role            varchar(20)  not null,
    site_id         varchar(48)  references site,
    first_name      varchar(100) not null,
    last_name       varchar(100) not null,
    phone           varchar(40),
    active          boolean      not null,
    created_at      timestamp(6) with time zone not null
);

create table idempotency_key (
    principal       varchar(48)  not null,
    route           varchar(200) not null,
    request_key     varchar(200) not null,
    body_hash       varchar(64)  not null,
    status          integer,
    answer          text,
    -- the booking that the first request made, so that its answer can be kept even by a job after a crash
    subject_id      varchar(48),
    created_at      timestamp(6) with time zone not null,
    primary key (principal, route, request_key)
);
create index idempotency_key_by_subject on idempotency_key (subject_id);

-- News, notices and the record of who did what.

create table feed_scope (
    scope           varchar(80)  primary key,
    head            bigint       not null,
    checksum        bigint       not null
);

create table feed_change (
    scope           varchar(80)  not null,
    seq             bigint       not null,
    type            varchar(20)  not null,
    record_id       varchar(120) not null,
    version         bigint       not null,
    op              varchar(8)   not null,
    schema_version  integer      not null,
    body            text,
    primary key (scope, seq)
);

-- The newest change of each record: what a snapshot reads.
create table feed_record (
    scope           varchar(80)  not null,
    type            varchar(20)  not null,
    record_id       varchar(120) not null,
    seq             bigint       not null,
    version         bigint       not null,
    primary key (scope, type, record_id)
);

create table outbox (
    id              varchar(48)  primary key,
    kind            varchar(30)  not null,
    payload         text         not null,
    attempts        integer      default 0 not null,
    next_attempt_at timestamp(6) with time zone not null,
    done_at         timestamp(6) with time zone,
    result          varchar(400)
);
create index outbox_open on outbox (done_at, next_attempt_at);

create table audit_entry (
    seq             bigint       generated by default as identity primary key,
    at              timestamp(6) with time zone not null,
    actor_id        varchar(48)  not null,
    action          varchar(60)  not null,
    subject_id      varchar(120) not null,
    detail          varchar(4000) not null
);

create table setting (
    name            varchar(60)  primary key,
    content         varchar(4000) not null
);
