package court.platform.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Lets PDFBox read an encrypted file directly, one page of 16 KiB in memory, stopping when the check's time is up. */
final class ChannelRead implements RandomAccessRead {

    private static final int PAGE = 16 * 1024;

    private final SeekableByteChannel channel;
    private final long length;
    private final ByteBuffer page = ByteBuffer.allocate(PAGE).limit(0);
    private long pageStart;
    private long position;
    private boolean closed;

    ChannelRead(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    @Override
    public int read() throws IOException {
        return fill() ? page.get((int) (position++ - pageStart)) & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        if (!fill()) {
            return -1;
        }
        int at = (int) (position - pageStart);
        int some = Math.min(most, page.limit() - at);
        page.get(at, into, offset, some);
        position += some;
        return some;
    }

    /** Has the byte at the position in memory unless the end is reached. */
    private boolean fill() throws IOException {
        if (closed || Thread.currentThread().isInterrupted()) {
            throw new IOException("stopped");
        }
        if (position >= length) {
            return false;
        }
        if (position < pageStart || position >= pageStart + page.limit()) {
            pageStart = position - position % PAGE;
            channel.position(pageStart);
            page.clear();
            int some = 0;
            while (page.hasRemaining() && some >= 0) {
                some = channel.read(page);
            }
            page.flip();
        }
        return position < pageStart + page.limit();
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("seek to " + to);
        }
        position = Math.min(to, length);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isEOF() {
        return position >= length;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** The channel stays open: it is the caller's. */
    @Override
    public void close() {
        closed = true;
    }

    @Override
    public RandomAccessReadView createView(long start, long size) {
        return new RandomAccessReadView(this, start, size);
    }
}
