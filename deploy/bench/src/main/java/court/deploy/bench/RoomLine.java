package court.deploy.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One WebSocket (RFC 6455) to a room: texts in whole frames, as the service sends them. Written by hand for the reason
 * {@link KeptConnection} is.
 */
final class RoomLine implements AutoCloseable {

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private final Socket socket;
    private final DataInputStream in;

    RoomLine(int port, String path, String ticket) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1024));
        String request = "GET " + path + "?ticket=" + ticket + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: casegroup.v1+json\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("no socket: " + answer);
        }
    }

    /** Sends a text of fewer than 64 KB. */
    synchronized void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] mask = ByteBuffer.allocate(4)
                .putInt(ThreadLocalRandom.current().nextInt())
                .array();
        ByteBuffer frame = ByteBuffer.allocate(bytes.length + 8).put((byte) TEXT);
        if (bytes.length < SHORT) {
            frame.put((byte) (MASKED | bytes.length));
        } else {
            frame.put((byte) (MASKED | SHORT)).putShort((short) bytes.length);
        }
        frame.put(mask);
        for (int i = 0; i < bytes.length; i++) {
            frame.put((byte) (bytes[i] ^ mask[i % mask.length]));
        }
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    /** The next text. */
    String read() throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        byte[] bytes = switch (length) {
            case SHORT -> in.readNBytes(in.readUnsignedShort());
            case LONG -> in.readNBytes(Math.toIntExact(in.readLong()));
            default -> in.readNBytes(length);
        };
        if (kind == CLOSE) {
            throw new EOFException("closed with " + ByteBuffer.wrap(bytes).getShort());
        }
        if (kind != TEXT) {
            throw new IOException("a frame of kind " + Integer.toHexString(kind));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
