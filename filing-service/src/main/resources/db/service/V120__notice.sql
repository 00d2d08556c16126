-- By which WeChat account a person acted last: pseudonym and sealed account.
create table wechat_account (
    person_key text primary key,
    sealed     text        not null,
    seen_at    timestamptz not null
);

-- On which day somebody is reminded of a last day, once.
create table reminder (
    case_id   uuid not null,
    rule      text not null,
    due       date not null,
    remind_on date not null,
    told_at   timestamptz,
    primary key (case_id, rule, due)
);
create index reminder_waiting on reminder (remind_on) where told_at is null;
