-- When the tiles of this tree were durable and the world was shown its checkpoint. Of several signed while nobody could lay
-- out tiles only the newest is shown.
alter table checkpoint add column published_at timestamptz;
create index checkpoint_published on checkpoint (size) where published_at is not null;
