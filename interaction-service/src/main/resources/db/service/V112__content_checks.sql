-- What somebody outside thinks of a text, for the court to see; written only where that is switched on. Account: the author's WeChat account,
-- sealed, until the text was looked at.
create table content_check (
    message_id uuid primary key references message,
    case_id    uuid        not null,
    account    text,
    state      text        not null check (state in ('WAITING', 'CHECKED', 'NOT_CHECKED')),
    attempts   int         not null default 0,
    due_at     timestamptz not null,
    suggest    text,
    label      int,
    trace      text,
    error      text,
    settled_at timestamptz
);
create index content_check_due on content_check (due_at) where state = 'WAITING';
create index content_check_case on content_check (case_id);
