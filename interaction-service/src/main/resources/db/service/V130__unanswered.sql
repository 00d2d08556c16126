-- Who waits for the court's answer: since its oldest message without one. A row goes with the answer.
create table unanswered (
    case_id      uuid        not null references room,
    party_id     text        not null,
    first_id     uuid        not null,
    asked_at     timestamptz not null,
    last_id      uuid        not null,
    messages     int         not null check (messages > 0),
    overdue_told boolean     not null default false,
    primary key (case_id, party_id)
);
create index unanswered_oldest on unanswered (first_id);
create index unanswered_untold on unanswered (asked_at) where not overdue_told;
create index room_court on room (court, id);
