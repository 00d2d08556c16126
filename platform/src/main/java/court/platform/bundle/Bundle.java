package court.platform.bundle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * One numbered letter of a court's correspondence across the border. Each direction counts 1, 2, 3 … by itself and each
 * letter names the digest of the one before, so that nothing can be left out, doubled or put elsewhere unnoticed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Delivery.class, name = "PACKAGE"),
    @JsonSubTypes.Type(value = Acknowledgement.class, name = "ACKNOWLEDGEMENT")
})
public sealed interface Bundle permits Delivery, Acknowledgement {

    /** From 1 on, without gaps, per court and direction. */
    long number();

    /** SHA-256 of the whole note before this one, signatures included, in lower-case hex; for number 1 it is 64 zeros. */
    String previous();

    /** The court's code. */
    String court();

    Instant createdAt();
}
