-- What a message answers and whom it asks to look (comma-joined ids). A recall or a correction is a row of its own, about the first;
-- the first keeps what was said and says what became of it.
alter table message
    add column reply_to     uuid,
    add column mentions     text    not null default '',
    add column about        uuid references message,
    add column recalled     boolean not null default false,
    add column corrected_by uuid references message;
create index message_about on message (about) where about is not null;
