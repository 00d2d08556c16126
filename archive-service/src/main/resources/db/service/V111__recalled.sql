-- For acts about a message in the room: which message. Read off the bytes, which are canonical JSON; empty where they are not.
alter table entry add column message_id text generated always as (
    case when type in ('MessagePosted', 'MessageCorrected', 'MessageRecalled')
         then substring(encode(body, 'escape') from '"data":\{.*?"messageId":"([0-9a-f-]{36})"')
    end) stored;
create index entry_recall on entry (case_id, message_id) where type = 'MessageRecalled';
