-- A file on its way to a room in parts: what is known of it besides its bytes, which lie with the files. The name in described is sealed.
create table room_upload (
    id         uuid primary key,
    case_id    uuid        not null references room,
    owner      text        not null,
    length     bigint      not null check (length > 0),
    described  text        not null,
    expires_at timestamptz not null,
    message_id uuid,
    cleared    boolean     not null default false
);
create index room_upload_owner on room_upload (case_id, owner);
create index room_upload_to_clear on room_upload (expires_at) where not cleared;
