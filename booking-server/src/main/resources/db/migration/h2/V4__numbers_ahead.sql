-- Every 32 numbers H2 wrote down how far they had been given out, by a commit of its own in the middle of a batch.

alter table audit_entry alter column seq set cache 100000;
