package court.deploy.local;

import java.io.IOException;

/** How one part is prepared, started, known to be ready, and asked to stop. */
interface Program {

    /** Prepares what the part needs on disk and gives the command that runs it in the foreground. */
    ProcessBuilder command() throws IOException;

    /** Whether it answers and everything is there that others need of it. Asked again and again while it starts. */
    boolean ready();

    /** The signal on which it stops in good order. */
    default String stopSignal() {
        return "TERM";
    }

    static Program of(Part part, Place place) {
        return switch (part) {
            case POSTGRES -> new PostgresProgram(place);
            case BROKER -> new BrokerProgram(place);
            default -> new ServiceProgram(part, place);
        };
    }
}
