package court.platform.blob;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Is it text that people can read: UTF-8 or GB 18030, without control characters. */
final class TextContent {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private TextContent() {}

    static void check(SeekableByteChannel content, String detected, String extension) throws IOException {
        // a PDF can be pure text; so the first bytes count too
        boolean known = FileKind.PDF.looksLike(detected);
        for (Charset charset : CHARSETS) {
            if (!known && isText(content.position(0), charset)) {
                return;
            }
        }
        throw BlobRefusal.NOT_WHAT_IT_SAYS.because(extension);
    }

    private static boolean isText(SeekableByteChannel content, Charset charset) throws IOException {
        // not closed: the channel is the caller's
        Reader reader = Channels.newReader(content, charset.newDecoder(), 16 * 1024);
        char[] part = new char[8 * 1024];
        try {
            for (int length = reader.read(part); length >= 0; length = reader.read(part)) {
                if (hasControls(part, length)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean hasControls(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                return true;
            }
        }
        return false;
    }
}
