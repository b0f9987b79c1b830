-- What was done to one record, in its order.

create index audit_entry_by_subject on audit_entry (subject_id, seq);

-- Cash is recorded, never moved by the server.

alter table payment add column method varchar(4) default 'CARD' not null;

-- The units of a stay that changes its unit, as it was planned; empty for all others.

alter table booking add column units text default '[]' not null;

-- Who comes, across the bookings of a site; email_key is the e-mail address in small letters.

alter table booking add column guest_id varchar(48);
alter table booking add column email_key varchar(254);
update booking set guest_id = concat('gst_', substring(id, 5)), email_key = lower(email);
alter table booking alter column guest_id set not null;
create index booking_by_guest on booking (guest_id);
create index booking_by_email on booking (site_id, email_key);

-- Pictures of what is sold.

create table image (
    name            varchar(60)  primary key,
    resource_id     varchar(48)  not null references resource,
    media_type      varchar(20)  not null,
    content         blob         not null,
    created_at      timestamp(6) with time zone not null
);
create index image_by_resource on image (resource_id);
