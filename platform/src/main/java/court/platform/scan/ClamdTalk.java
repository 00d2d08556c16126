package court.platform.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.SocketChannel;

/**
 * One question and one answer of clamd's protocol (clamd(8), COMMANDS): a command between {@code z} and NUL; INSTREAM then
 * takes pieces, each led by its length in four bytes, and a length of zero at the end.
 */
final class ClamdTalk {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;

    private final SocketAddress clamd;

    ClamdTalk(SocketAddress clamd) {
        this.clamd = clamd;
    }

    /** Such as {@code ClamAV 1.0.7/27500/Mon Dec 30 09:43:00 2024}. */
    String version() throws IOException {
        try (SocketChannel socket = SocketChannel.open(clamd)) {
            send(socket, ByteBuffer.wrap("zVERSION\0".getBytes(US_ASCII)));
            return answer(socket);
        }
    }

    /** Such as {@code stream: OK} or {@code stream: Win.Test.EICAR_HDB-1 FOUND}. */
    String instream(SeekableByteChannel content) throws IOException {
        try (SocketChannel socket = SocketChannel.open(clamd)) {
            send(socket, ByteBuffer.wrap("zINSTREAM\0".getBytes(US_ASCII)));
            try {
                pieces(content.position(0), socket);
            } catch (IOException cut) {
                return lastWord(socket, cut); // clamd hangs up on what is too large for it, and says so before
            }
            return answer(socket);
        }
    }

    private static String lastWord(SocketChannel socket, IOException cut) throws IOException {
        try {
            return answer(socket);
        } catch (IOException silent) {
            throw cut;
        }
    }

    private static void pieces(ReadableByteChannel content, SocketChannel socket) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(Integer.BYTES + PIECE);
        int size;
        do {
            piece.clear().position(Integer.BYTES);
            size = Math.max(0, content.read(piece));
            send(socket, piece.putInt(0, size).flip());
        } while (size > 0);
    }

    private static void send(SocketChannel socket, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    private static String answer(SocketChannel socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer one = ByteBuffer.allocate(256);
        while (socket.read(one) >= 0 && answer.size() < LONGEST_ANSWER) {
            answer.write(one.array(), 0, one.position());
            one.clear();
            if (answer.toString(UTF_8).indexOf('\0') >= 0) {
                break;
            }
        }
        String text = answer.toString(UTF_8).replace("\0", "").strip();
        if (text.isEmpty()) {
            throw new IOException("clamd hung up without an answer");
        }
        return text;
    }
}
