package court.platform.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks clamd's protocol and knows one signature, the EICAR test file. Can be told to be slow, or to find files too large. */
public final class FakeClamd implements AutoCloseable {

    public static final String ENGINE = "ClamAV 1.4.3/27800/Mon Mar  2 09:00:00 2026";
    public static final String SIGNATURE = "Eicar-Test-Signature";

    public volatile long silentFor;
    public volatile long largest = Long.MAX_VALUE;
    public final AtomicInteger scanned = new AtomicInteger();
    private final ServerSocket server;

    public FakeClamd() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.startVirtualThread(this::serve);
    }

    /** The harmless test file of the European Institute for Computer Antivirus Research; in halves, so that no scanner finds it here. */
    public static String eicar() {
        return "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";
    }

    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.startVirtualThread(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String command = command(in);
            Thread.sleep(silentFor);
            String answer = command.equals("zVERSION") ? ENGINE : command.equals("zINSTREAM") ? scan(in) : "UNKNOWN";
            socket.getOutputStream().write((answer + "\0").getBytes(ISO_8859_1));
        } catch (IOException left) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String command(InputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int c = in.read(); c > 0; c = in.read()) {
            command.append((char) c);
        }
        return command.toString();
    }

    private String scan(DataInputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = in.readInt(); size > 0; size = in.readInt()) {
            all.write(in.readNBytes(size));
            if (all.size() > largest) {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }
        scanned.incrementAndGet();
        return all.toString(ISO_8859_1).contains(eicar()) ? "stream: " + SIGNATURE + " FOUND" : "stream: OK";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
