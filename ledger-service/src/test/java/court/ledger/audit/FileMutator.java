package court.ledger.audit;

import court.ledger.audit.Mutator.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Cuts, lengthens, removes, swaps and flips files in folders that it knows nothing of. */
final class FileMutator {

    private final List<Path> folders;
    private final Random chance;

    FileMutator(List<Path> folders, Random chance) {
        this.folders = folders;
        this.chance = chance;
    }

    /** What was changed; null when nothing was. */
    Change next() throws IOException {
        List<Path> all = files(pick(folders));
        Path file = pick(all);
        byte[] whole = Files.readAllBytes(file);
        if (whole.length == 0) {
            return null;
        }
        return switch (chance.nextInt(5)) {
            case 0 -> written("truncated", file, whole, Arrays.copyOf(whole, chance.nextInt(whole.length)));
            case 1 -> removed(file, whole);
            case 2 -> swapped(file, whole, pick(all));
            case 3 -> written("lengthened", file, whole, Arrays.copyOf(whole, whole.length + 1 + chance.nextInt(40)));
            default -> {
                byte[] flipped = whole.clone();
                flipped[chance.nextInt(whole.length)] ^= (byte) (1 << chance.nextInt(8));
                yield written("flipped a bit of", file, whole, flipped);
            }
        };
    }

    private static Change written(String how, Path file, byte[] whole, byte[] changed) throws IOException {
        Files.write(file, changed);
        return new Change(how, "", List.of(), List.of(), List.of(file), () -> Files.write(file, whole));
    }

    private static Change removed(Path file, byte[] whole) throws IOException {
        Files.delete(file);
        return new Change("removed", "", List.of(), List.of(), List.of(file), () -> Files.write(file, whole));
    }

    private static Change swapped(Path one, byte[] first, Path other) throws IOException {
        byte[] second = Files.readAllBytes(other);
        if (Arrays.equals(first, second)) {
            return null;
        }
        Files.write(one, second);
        Files.write(other, first);
        return new Change("swapped", "", List.of(), List.of(), List.of(one, other), () -> {
            Files.write(one, first);
            Files.write(other, second);
        });
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private <T> T pick(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }
}
