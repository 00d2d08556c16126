package court.archive.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.EventTypes;
import org.junit.jupiter.api.Test;

class TitlesTest {

    @Test
    void everyFactHasATitleOfItsOwn() {
        var titles = EventTypes.all().keySet().stream().map(Titles::of).toList();

        assertThat(titles).doesNotContain(Titles.OTHER).doesNotHaveDuplicates();
        assertThat(titles).allMatch(title -> title.matches("\\p{IsHan}+"));
    }

    @Test
    void aFactOfANewerServiceIsShownAllTheSame() {
        assertThat(Titles.of("FromTheFuture")).isEqualTo(Titles.OTHER);
    }
}
