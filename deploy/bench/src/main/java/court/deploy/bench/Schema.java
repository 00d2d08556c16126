package court.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes a floor's own database with the tables that a service has. */
final class Schema {

    private Schema() {}

    /**
     * Makes a database beside a service's.
     *
     * @param folders with migrations, in the order in which they are run
     */
    static Database beside(Database service, String name, Path... folders) throws IOException, SQLException {
        service.execute("create database " + name);
        Database made = service.named(name);
        for (Path folder : folders) {
            migrate(made, folder);
        }
        return made;
    }

    // in the order of their numbers, as Flyway does
    private static void migrate(Database database, Path folder) throws IOException, SQLException {
        try (Stream<Path> scripts = Files.list(folder);
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            Comparator<Path> byNumber = Comparator.comparing(
                    it -> Integer.parseInt(it.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1")));
            for (Path script : scripts.sorted(byNumber).toList()) {
                statement.execute(Files.readString(script));
            }
        }
    }
}
