package court.deploy.local;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

/** The table that a newcomer needs: where things are, who can sign in, how to stop. */
final class Overview {

    private final Place place;
    private final Statuses statuses;

    Overview(Place place) {
        this.place = place;
        this.statuses = place.statuses();
    }

    void print(PrintStream out) {
        out.println();
        out.print(addresses());
        out.println();
        out.print(accounts());
        out.println();
        out.print(handling());
    }

    private Table addresses() {
        Table table = new Table();
        for (Part part : Part.values()) {
            boolean web = part.isService();
            String address =
                    web ? place.ports().url(part) : "127.0.0.1:" + place.ports().of(part);
            Status status = statuses.get(part);
            String state = status.ready() ? "ready" : "down";
            table.row(part.label(), state, address, part.purpose);
        }
        return table;
    }

    private Table accounts() {
        Accounts accounts = Accounts.read(place);
        Table table = new Table().row("account", "name", "signs in with");
        accounts.staff().forEach(it -> table.row(it.id(), it.name(), "password " + accounts.password() + roles(it)));
        accounts.parties().forEach(it -> table.row(it.account(), it.name(), "development sign-in, " + it.idNumber()));
        return table;
    }

    private static String roles(Accounts.Member member) {
        String court = member.court() == null ? "" : " at " + member.court();
        return ", " + String.join(" ", member.roles()) + court;
    }

    private Table handling() {
        Path started = place.run().resolve("started-in");
        return new Table()
                .row("the page", place.ports().url(Part.GATEWAY) + "/")
                .row("how institutions behave", place.ports().url(Part.SIMULATORS) + "/script")
                .row("the city app", place.ports().url(Part.SIMULATORS) + "/script/cityapp")
                .row("what phones receive", place.ports().url(Part.SIMULATORS) + "/script/sms/phones")
                .row("data", place.data().toString())
                .row("stop", "./deploy/down", "")
                .row("stop and delete all data", "./deploy/reset")
                .row("token for curl", "./deploy/token ACCOUNT")
                .row("logs", "./deploy/logs [PART]")
                .row("start-up", Files.exists(started) ? Text.read(started) + " s" : "not measured")
                .row("memory", Memory.of(processes()).map(Memory::text).orElse("not measured"));
    }

    private Collection<RunningProcess> processes() {
        Stream<Status> all = Stream.concat(
                Stream.of(statuses.get(Statuses.SUPERVISOR)),
                Stream.of(Part.values()).map(statuses::get));
        return all.map(Status::process).filter(Objects::nonNull).toList();
    }
}
