package court.filing.notice;

import court.platform.notification.Notifications;
import court.platform.notification.Prompt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Prompts the people concerned at each step of a filing, in the transaction of that step. */
@Component
public class FilingNotices {

    private final Notifications notifications;
    private final CourtContacts courts;
    private final WeChatAccounts accounts;
    private final Clock clock;

    FilingNotices(Notifications notifications, CourtContacts courts, WeChatAccounts accounts, Clock clock) {
        this.notifications = notifications;
        this.courts = courts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Tells whom these concern. Inside a write unit. */
    public Mono<Void> tell(List<Occasion> occasions) {
        return accounts.remember(occasions.stream().map(Occasion::actor).toList(), clock.instant())
                .then(Mono.defer(() -> prompt(
                        occasions.stream().filter(it -> !it.facts().isEmpty()).toList(), Address::prompts)));
    }

    /** Reminds the applicants that the last day for their correction comes near. Inside a write unit. */
    Mono<Void> remind(Occasion occasion, LocalDate due) {
        return prompt(
                List.of(occasion),
                it -> it.applicants(Words.CORRECTION_DUE, it.court().name(), Words.day(due)));
    }

    private Mono<Void> prompt(List<Occasion> occasions, Function<Address, Stream<Prompt>> prompts) {
        List<Concerned> people =
                occasions.stream().flatMap(it -> it.applicants().stream()).toList();
        return accounts.of(people)
                .flatMap(known -> notifications.tell(occasions.stream()
                        .map(it -> new Address(it, courts.of(it.courtCode()), known))
                        .flatMap(prompts)
                        .toList()));
    }
}
