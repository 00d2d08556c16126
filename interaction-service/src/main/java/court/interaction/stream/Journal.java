package court.interaction.stream;

import court.interaction.stream.Content.Attachment;
import court.platform.json.SealedJson;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Adds messages. A message is written once and put into the stream of each of its readers, so a message somebody may not see leaves no
 * hole in what that person reads.
 */
@Repository
public class Journal {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;
    private final WordMarks marks;

    Journal(DatabaseClient database, SealedJson json, Scheduler blocking, WordMarks marks) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
        this.marks = marks;
    }

    /** Adds one; see {@link #append(List)}. */
    public Mono<Message> append(Message message) {
        return append(List.of(message)).thenReturn(message);
    }

    /**
     * Adds messages to the streams of their readers, in this order; one that stands there already is left as it is, so that a card heard of
     * twice is one card. In a write unit that has locked their rooms.
     */
    public Mono<Void> append(List<Message> messages) {
        return Mono.fromCallable(() -> messages.stream().map(this::written).toList())
                .subscribeOn(blocking)
                .flatMap(this::insert)
                .map(fresh ->
                        messages.stream().filter(it -> fresh.contains(it.id())).toList())
                .flatMap(fresh -> fresh.isEmpty() ? Mono.empty() : fanOut(fresh));
    }

    private record Written(Message message, String body, Marked marked) {

        @Nullable
        UUID file() {
            return message.content() instanceof Attachment it
                    ? UUID.fromString(it.file().id())
                    : null;
        }
    }

    private Written written(Message message) {
        String body = json.write(message.content(), message.caseId(), MessageRow.place(message.id()));
        return new Written(message, body, Marked.of(message, marks)); // after its seals, which make the key
    }

    private Mono<Set<UUID>> insert(List<Written> all) {
        return database.sql("""
                        insert into message
                            (id, case_id, sender, sender_role, posted_at, audience, client_msg_id, file_id, reply_to, mentions, about,
                             body, kind, owner, suite, words)
                        select id, case_id, sender, role, at, audience, nullif(client, ''), nullif(file, '')::uuid, nullif(reply, '')::uuid,
                               mentions, nullif(about, '')::uuid, body, kind, nullif(owner, ''), suite,
                               string_to_array(words, ',')::bigint[]
                        from unnest(:ids::uuid[], :cases::uuid[], :senders::text[], :roles::text[], :times::timestamptz[],
                                    :audiences::text[], :clients::text[], :files::text[], :replies::text[], :mentions::text[],
                                    :abouts::text[], :bodies::text[], :kinds::text[], :owners::text[], :suites::text[], :words::text[])
                            as it (id, case_id, sender, role, at, audience, client, file, reply, mentions, about, body, kind, owner, suite,
                                   words)
                        on conflict (id) do nothing
                        returning id""")
                .bind("ids", ids(all, it -> it.message().id()))
                .bind("cases", ids(all, it -> it.message().caseId()))
                .bind("senders", texts(all, it -> it.message().sender()))
                .bind("roles", texts(all, it -> it.message().senderRole()))
                .bind("times", texts(all, it -> it.message().time()))
                .bind(
                        "audiences",
                        texts(all, it -> String.join(",", it.message().audience())))
                .bind("clients", texts(all, it -> it.message().clientMsgId()))
                .bind("files", texts(all, Written::file))
                .bind("replies", texts(all, it -> it.message().ties().replyTo()))
                .bind(
                        "mentions",
                        texts(all, it -> String.join(",", it.message().ties().mentions())))
                .bind("abouts", texts(all, it -> it.message().content().about()))
                .bind("bodies", texts(all, Written::body))
                .bind("kinds", texts(all, it -> it.marked().kind()))
                .bind("owners", texts(all, it -> it.marked().owner()))
                .bind("suites", texts(all, it -> it.marked().suite()))
                .bind("words", texts(all, it -> it.marked().joined()))
                .mapValue(UUID.class)
                .all()
                .collect(Collectors.toSet());
    }

    private record Place(Message message, String reader) {}

    /** Each reader's places are counted on by as many as they get here. */
    private Mono<Void> fanOut(List<Message> messages) {
        List<Place> places = messages.stream()
                .flatMap(message -> message.readers().stream().map(reader -> new Place(message, reader)))
                .toList();
        return database.sql("""
                        with said as (
                            select * from unnest(:cases::uuid[], :readers::text[], :ids::uuid[], :times::timestamptz[]) with ordinality
                                as it (case_id, reader, id, at, place)),
                        counted as (
                            insert into reader (case_id, reader, last, last_at)
                            select case_id, reader, count(*), max(at) from said group by case_id, reader order by case_id, reader
                            on conflict (case_id, reader)
                            do update set last = reader.last + excluded.last, last_at = greatest(reader.last_at, excluded.last_at)
                            returning case_id, reader, last)
                        insert into stream (case_id, reader, seq, message_id)
                        select case_id, reader, last + 1 - row_number() over (partition by case_id, reader order by place desc), id
                        from said join counted using (case_id, reader)""")
                .bind("cases", ids(places, it -> it.message().caseId()))
                .bind("readers", texts(places, Place::reader))
                .bind("ids", ids(places, it -> it.message().id()))
                .bind("times", texts(places, it -> it.message().time()))
                .then();
    }

    private static <T> UUID[] ids(List<T> all, Function<T, UUID> id) {
        return all.stream().map(id).toArray(UUID[]::new);
    }

    /** What there is none of is empty here. */
    private static <T> String[] texts(List<T> all, Function<T, @Nullable Object> text) {
        return all.stream().map(it -> Objects.toString(text.apply(it), "")).toArray(String[]::new);
    }
}
