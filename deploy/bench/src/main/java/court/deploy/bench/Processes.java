package court.deploy.bench;

import java.util.List;
import java.util.function.DoubleSupplier;

/** Processes that work together on what is measured. */
interface Processes {

    /** Processes whose work counts; the program itself is the first. */
    List<Watched> processes();

    /** Seconds the side's program has stood still for garbage collection so far. */
    double collecting();

    /** A program with the servers it works with. */
    record Program(List<Watched> processes, DoubleSupplier meter) implements Processes {

        @Override
        public double collecting() {
            return meter.getAsDouble();
        }
    }

    /**
     * A process under the name it is shown by.
     *
     * @param children count what it started, such as a database's sessions
     */
    record Watched(String name, long pid, boolean children) {

        /** This very process, which started the others but is not them. */
        static Watched ourselves(String name) {
            return new Watched(name, ProcessHandle.current().pid(), false);
        }

        double processorSeconds() {
            return Processor.seconds(pid, children);
        }
    }
}
