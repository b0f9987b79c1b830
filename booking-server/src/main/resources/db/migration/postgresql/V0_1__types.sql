-- The common migrations speak of blobs.

create domain blob as bytea;
