-- One court's correspondence with its intranet. This row carries both numbers: who makes a bundle or takes an
-- acknowledgement locks it first.
create table bundle_line (
    court               text   primary key,
    -- the last bundle made, and the digest of its note
    last                bigint not null,
    last_sha256         text   not null,
    -- the last acknowledgement taken, and the digest of its note
    acknowledged        bigint not null,
    acknowledged_sha256 text   not null
);

-- A sealed package on its way into the intranet.
create table bundle (
    court       text        not null references bundle_line,
    number      bigint      not null check (number > 0),
    package_id  uuid        not null unique references sealed_package (package_id),
    case_id     uuid        not null,
    -- exactly as signed
    note        bytea       not null,
    note_sha256 text        not null,
    created_at  timestamptz not null,
    state       text        not null check (state in ('SENT', 'RECEIVED', 'REJECTED')),
    reason      text,
    answered_at timestamptz,
    -- when its files were put into the folder; empty: they are still to be put there
    exported_at timestamptz,
    primary key (court, number)
);

-- What the intranet answered, exactly as signed.
create table acknowledgement (
    court       text        not null references bundle_line,
    number      bigint      not null check (number > 0),
    note        bytea       not null,
    note_sha256 text        not null,
    received_at timestamptz not null,
    primary key (court, number)
);
