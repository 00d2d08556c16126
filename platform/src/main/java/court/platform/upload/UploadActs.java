package court.platform.upload;

import court.platform.security.Actor;
import court.platform.upload.TusAnswers.Standing;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What people can do with files on their way in parts. Who may, and what becomes of a whole file, is said by each service that
 * takes them; {@code id} is always that of what the files are for.
 *
 * @param <P> how far an upload came
 */
public interface UploadActs<P extends UploadActs.Reached> {

    /** How far an upload came, as its sender is told. */
    interface Reached {

        Standing standing();

        /** As headers; a service may tell more than tus does. */
        default HttpHeaders headers() {
            return TusAnswers.headers(standing());
        }
    }

    /**
     * Bytes that come.
     *
     * @param offset behind how many others
     * @param size how many they are, where that is told; else 0
     */
    record Part(UUID upload, long offset, long size, Flux<DataBuffer> bytes) {

        /** Refuses more bytes than were announced, before any is read. */
        public Part within(long length) {
            if (offset + size > length) {
                throw UploadRefusal.BEYOND_LENGTH.because(length);
            }
            return this;
        }
    }

    /** Announces a file; what is told of it is checked before a byte comes. */
    Mono<P> begin(Actor actor, UUID id, UploadMetadata told, long length);

    /** How far it came, as the disk says. */
    Mono<P> look(Actor actor, UUID id, UUID upload);

    Mono<P> append(Actor actor, UUID id, Part part);

    /** Gives it up; its bytes are gone at once. */
    Mono<Void> giveUp(Actor actor, UUID id, UUID upload);
}
