-- Which respondents the judge let into the room: with the last of them the limit for the notice is kept (rule RS5).
create table released_respondent (
    filing_id uuid not null,
    party_id  text not null,
    primary key (filing_id, party_id)
);

-- Of which last day of which limit the room was reminded how many days before it; -1 when it was over.
create table room_reminder (
    deadline_id uuid        not null references deadline (id),
    due         date        not null,
    days        int         not null,
    told_at     timestamptz not null,
    primary key (deadline_id, due, days)
);
create index deadline_running_due on deadline (rule, due) where state = 'RUNNING';
