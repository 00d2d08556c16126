package court.interaction;

import court.interaction.room.Room;
import court.interaction.room.RoomClaim;
import court.interaction.room.RoomParty;
import court.platform.contract.Claim;
import court.platform.contract.Party;
import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rooms for tests that need no database: led by judge-1, about 1,000.00 yuan. */
public final class Rooming {

    private static final Instant OPENED = Instant.parse("2026-03-01T01:00:00Z");

    private Rooming() {}

    public static RoomParty party(String partyId, Party.Role role, boolean inRoom) {
        return new RoomParty(partyId, role, new Secret(partyId, "某人"), List.of(partyId + "-key"), inRoom);
    }

    public static Room.Led led(RoomParty... parties) {
        return led(new RoomClaim(Claim.Kind.MONEY, Money.of("1000.00")), parties);
    }

    public static Room.Led led(@Nullable RoomClaim claim, RoomParty... parties) {
        return new Room.Led(
                UUID.randomUUID(),
                Cases.NUMBER,
                Cases.COURT,
                OPENED,
                List.of(parties),
                claim,
                new Room.Judge("judge-1", "执行法官一"));
    }
}
