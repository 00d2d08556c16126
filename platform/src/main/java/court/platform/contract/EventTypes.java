package court.platform.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which record a fact's type name stands for: read off the sealed hierarchy, so that none can be forgotten. */
public final class EventTypes {

    private static final Map<String, Class<? extends CourtEvent>> BY_NAME =
            leaves(CourtEvent.class).collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private EventTypes() {}

    public static Optional<Class<? extends CourtEvent>> find(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    public static Map<String, Class<? extends CourtEvent>> all() {
        return BY_NAME;
    }

    private static Stream<Class<? extends CourtEvent>> leaves(Class<? extends CourtEvent> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(it -> leaves(it.asSubclass(CourtEvent.class)))
                : Stream.of(type);
    }
}
