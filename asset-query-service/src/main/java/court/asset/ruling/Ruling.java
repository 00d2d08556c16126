package court.asset.ruling;

import court.platform.contract.AssetEvent.RulingRegistered;
import court.platform.contract.Fact;
import court.platform.contract.FileRef;
import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A ruling with its assistance notice 裁定书、协助执行通知书: what freezes rest on (rule RP8).
 *
 * @param respondentId whose property it is about
 * @param limit freezes under it stay within this
 */
public record Ruling(
        UUID id,
        UUID caseId,
        String number,
        String respondentId,
        Money limit,
        Paper ruling,
        Paper notice,
        Instant registeredAt) {

    /** One of its two files. */
    public record Paper(FileRef file, Secret name) {}

    /** Told to the court alone, with both files. */
    Fact registered() {
        return Fact.courtOnly(new RulingRegistered(
                        id.toString(),
                        number,
                        respondentId,
                        limit,
                        ruling.file().id(),
                        notice.file().id()))
                .with(List.of(ruling.file(), notice.file()));
    }

    Optional<Paper> find(String fileId) {
        return Stream.of(ruling, notice)
                .filter(paper -> paper.file().id().equals(fileId))
                .findFirst();
    }
}
