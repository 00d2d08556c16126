package court.platform.upload;

import court.platform.blob.BlobRefusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bytes of the one file in a form. */
public final class FormBytes {

    private FormBytes() {}

    public static Flux<DataBuffer> of(Flux<PartEvent> parts) {
        return parts.handle((part, sink) -> {
            if (part instanceof FilePartEvent && part.name().equals("file")) {
                sink.next(part.content());
                return;
            }
            DataBufferUtils.release(part.content());
            if (part instanceof FilePartEvent) {
                sink.error(BlobRefusal.ONE_FILE_ONLY.because());
            }
        });
    }

    /** Reads what a sender still sends after a refusal, so that the sender gets to see the answer. */
    public static Mono<Void> readOn(Flux<DataBuffer> bytes) {
        return bytes.doOnNext(DataBufferUtils::release).then().onErrorComplete();
    }
}
