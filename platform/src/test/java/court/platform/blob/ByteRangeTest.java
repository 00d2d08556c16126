package court.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110 §14.1.2 and its examples, on a file of 10,000 bytes. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-499, 0, 500",
        "bytes=500-999, 500, 500",
        "bytes=-500, 9500, 500",
        "bytes=9500-, 9500, 500",
        "bytes=0-0, 0, 1",
        "bytes=-1, 9999, 1",
        "bytes=9000-20000, 9000, 1000",
        "bytes=-20000, 0, 10000",
        "BYTES=1-2, 1, 2"
    })
    void oneRangeIsUnderstood(String header, long from, long length) {
        assertThat(ByteRange.of(header, 10_000)).isEqualTo(new ByteRange(from, length, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10000-", "bytes=10000-10001", "bytes=-0", "bytes=999999999999999999-"})
    void aRangeOutsideTheFileIsEmpty(String header) {
        assertThat(ByteRange.of(header, 10_000).length()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b", "bytes=1"})
    void whatIsNotUnderstoodIsIgnored(String header) {
        assertThat(ByteRange.of(header, 10_000)).isEqualTo(ByteRange.whole(10_000));
    }

    @Test
    void noRangeIsTheWholeFile() {
        assertThat(ByteRange.of(null, 7)).isEqualTo(ByteRange.whole(7));
    }
}
