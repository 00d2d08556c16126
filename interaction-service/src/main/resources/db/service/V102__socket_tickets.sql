-- Tickets that open a socket: each good once, for seconds. What is kept is the ticket's digest.
create table socket_ticket (
    sha256     text primary key,
    case_id    uuid        not null,
    reader     text        not null,
    actor      text        not null,
    until      timestamptz not null,
    expires_at timestamptz not null
);
create index socket_ticket_expiry on socket_ticket (expires_at);
