-- Prompts on their way and gone. next_at is when somebody may take it up (the database's own clock); null when it is over.
-- Who it goes to and what it says is sealed in body.
create table notification (
    id            uuid primary key,
    case_id       uuid        not null,
    dedupe_key    text        not null unique,
    person        text        not null,
    template      text        not null,
    channel       text        not null,
    state         text        not null,
    attempts      int         not null default 0,
    next_at       timestamptz,
    error         text,
    wechat_error  text,
    message_id    text,
    body          text        not null,
    created_at    timestamptz not null,
    sent_at       timestamptz,
    delivered_at  timestamptz
);
create index notification_due on notification (next_at) where next_at is not null;
create index notification_case on notification (case_id, id);
create index notification_failed on notification (id) where state = 'FAILED';
