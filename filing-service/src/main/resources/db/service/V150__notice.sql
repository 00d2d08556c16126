-- By which WeChat account a person acted last: pseudonym and sealed account.
create table wechat_account (
    person_key text primary key,
    sealed     text        not null,
    seen_at    timestamptz not null
);

-- Of which last day of which limit somebody was reminded: once, and again when the last day moved.
create table reminder (
    deadline_id uuid        not null references deadline (id),
    due         date        not null,
    told_at     timestamptz not null,
    primary key (deadline_id, due)
);
