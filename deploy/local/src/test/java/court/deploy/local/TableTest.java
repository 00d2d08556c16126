package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsStandUnderEachOtherAlsoWithChineseInThem() {
        Table table = new Table().row("a", "松江书记员", "end").row("longer", "ops", "end");

        assertThat(table.toString()).isEqualTo("  a       松江书记员  end\n  longer  ops         end\n");
    }

    @Test
    void aLongLastCellDoesNotWidenTheOthers() {
        Table table = new Table().row("data", "/a/very/long/path").row("stop", "down", "now");

        assertThat(table.toString()).isEqualTo("  data  /a/very/long/path\n  stop  down  now\n");
    }
}
