package court.deploy.local;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One process of the platform, under the name people call it by. */
public enum Part {
    POSTGRES(15432, "", "PostgreSQL 18"),
    BROKER(19092, "", "Kafka broker"),
    SIMULATORS(8090, "deploy/simulators", "staff sign-in, institutions, other outside parties"),
    FILING(8081, "filing-service", "filing 网上立案"),
    INTERACTION(8082, "interaction-service", "case room 一案一群"),
    LEDGER(8083, "ledger-service", "ledger 存证"),
    ARCHIVE(8084, "archive-service", "dossier 电子卷宗"),
    ASSET(8085, "asset-query-service", "property 财产查控"),
    GATEWAY(8080, "gateway", "the one address for everybody"),
    AGENT(8091, "deploy/intranet-agent", "a court's intranet, fetches sealed dossiers 内网归档"),
    WITNESS(8092, "deploy/witness", "puts its name under the ledger's checkpoints 见证");

    /** What may stop at the same time, in this order. */
    static final List<Set<Part>> STOPPING = List.of(
            EnumSet.of(AGENT, WITNESS),
            EnumSet.of(GATEWAY),
            EnumSet.of(FILING, INTERACTION, LEDGER, ARCHIVE, ASSET),
            EnumSet.of(SIMULATORS, BROKER),
            EnumSet.of(POSTGRES));

    /** Parts with a database of their own; the database, its role and the service's client id carry this name too. */
    static final List<Part> WITH_DATABASE = List.of(FILING, INTERACTION, LEDGER, ARCHIVE, ASSET, GATEWAY);

    final int port;
    final String module;
    final String purpose;

    Part(int port, String module, String purpose) {
        this.port = port;
        this.module = module;
        this.purpose = purpose;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isService() {
        return !module.isEmpty();
    }

    /** What must be ready before this part starts. */
    Set<Part> needs() {
        return switch (this) {
            case POSTGRES, BROKER, SIMULATORS -> EnumSet.noneOf(Part.class);
            case GATEWAY -> EnumSet.of(POSTGRES, BROKER, SIMULATORS);
            case AGENT -> EnumSet.of(LEDGER, ARCHIVE, GATEWAY);
            case WITNESS -> EnumSet.of(LEDGER);
            case FILING, INTERACTION, LEDGER, ARCHIVE, ASSET -> EnumSet.of(POSTGRES, BROKER);
        };
    }

    static Part of(String label) {
        for (Part part : values()) {
            if (part.label().equals(label)) {
                return part;
            }
        }
        throw new Failure("There is no part called " + label + ". Parts: " + labels());
    }

    static String labels() {
        return String.join(", ", List.of(values()).stream().map(Part::label).toList());
    }
}
