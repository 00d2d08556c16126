package court.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class EdgeRouteTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/filings, FILING",
        "POST, /api/v1/filings/1/submission, FILING",
        "POST, /api/v1/filings/1/materials, FILING_UPLOAD",
        "POST, /api/v1/filings/1/uploads, FILING_RESUMABLE_UPLOAD",
        "PATCH, /api/v1/filings/1/uploads/2, FILING_RESUMABLE_UPLOAD",
        "POST, /api/v1/filings/1/uploads/2, FILING_RESUMABLE_UPLOAD",
        "HEAD, /api/v1/filings/1/uploads/2, FILING_RESUMABLE_UPLOAD",
        "POST, /api/v1/filings/1/materials/composition, FILING_COMPOSITION",
        "GET, /api/v1/filings/1/materials, FILING",
        "GET, /api/v1/filings/1/materials/2/content, FILING_DOWNLOAD",
        "DELETE, /api/v1/filings/1/materials/2, FILING",
        "POST, /api/v1/calendar/announcements, LEGAL_TIME",
        "GET, /api/v1/outages, LEGAL_TIME",
        "GET, /api/v1/outages/1, LEGAL_TIME",
        "GET, /api/v1/cases/1/deadlines, LEGAL_TIME",
        "GET, /api/v1/rooms/unanswered, ROOM",
        "POST, /api/v1/cases/1/unanswered/2/settlement, ROOM",
        "GET, /api/v1/cases, ROOM",
        "GET, /api/v1/cases/1/room, ROOM",
        "POST, /api/v1/cases/1/messages, ROOM_MESSAGE",
        "GET, /api/v1/cases/1/search, ROOM",
        "POST, /api/v1/cases/1/respondents/2/release, ROOM",
        "POST, /api/v1/cases/1/files, ROOM_UPLOAD",
        "GET, /api/v1/cases/1/files, ROOM",
        "POST, /api/v1/cases/1/uploads, ROOM_RESUMABLE_UPLOAD",
        "PATCH, /api/v1/cases/1/uploads/2, ROOM_RESUMABLE_UPLOAD",
        "GET, /api/v1/cases/1/files/2/poster, ROOM_DOWNLOAD",
        "POST, /api/v1/cases/1/messages/2/recall, ROOM",
        "GET, /api/v1/cases/1/members, ROOM",
        "POST, /api/v1/cases/1/members/2/suspension, ROOM",
        "POST, /api/v1/cases/1/assistants, ROOM",
        "POST, /api/v1/cases/1/deputy/end, ROOM",
        "POST, /api/v1/cases/1/agents, ROOM_UPLOAD",
        "GET, /api/v1/cases/1/agents, ROOM",
        "POST, /api/v1/cases/1/agents/2/approval, ROOM",
        "GET, /api/v1/cases/1/agents/2/letter/content, ROOM_DOWNLOAD",
        "PUT, /api/v1/cases/1/read, ROOM",
        "GET, /api/v1/cases/1/content-checks, ROOM",
        "GET, /api/v1/cases/1/files/2, ROOM_DOWNLOAD",
        "GET, /api/v1/cases/1/stream, ROOM_STREAM",
        "GET, /api/v1/card-schemas, ROOM",
        "GET, /api/v1/card-schemas/FreezeOrdered, ROOM",
        "GET, /api/v1/cases/1/leaves, LEDGER",
        "GET, /api/v1/cases/1/verification, LEDGER",
        "GET, /api/v1/ledger/checkpoint, LEDGER",
        "GET, /api/v1/ledger/tile/0/x001/234.p/5, LEDGER",
        "POST, /api/v1/ledger/verify, LEDGER_CHECK",
        "GET, /api/v1/cases/1/leaves/7/proof, LEDGER",
        "GET, /api/v1/cases/1/timeline, ARCHIVE",
        "GET, /api/v1/cases/1/entries, ARCHIVE",
        "GET, /api/v1/cases/1/consistency, ARCHIVE",
        "GET, /api/v1/cases/1/accesses, ARCHIVE",
        "POST, /api/v1/operations/filing/parked/1/replay, FILING_OPERATIONS",
        "GET, /api/v1/operations/interaction/parked, ROOM_OPERATIONS",
        "GET, /api/v1/operations/ledger/parked, LEDGER_OPERATIONS",
        "GET, /api/v1/operations/dossier/parked, ARCHIVE_OPERATIONS"
    })
    void eachPathLeadsToItsService(String method, String path, EdgeRoute route) {
        assertThat(EdgeRoute.of(HttpMethod.valueOf(method), PathContainer.parsePath(path)))
                .contains(route);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/internal/v1/cases/1/leaves",
                "/internal/v1/tokens",
                "/actuator",
                "/actuator/health",
                "/v3/api-docs",
                "/v3/api-docs/swagger-config",
                "/api/v1/cases/1",
                "/api/v1/cases/1/unknown",
                "/api/v1/cases/1/2/room",
                "/api/v1/operations",
                "/api/v1/operations/gateway/parked",
                "/api/v1/internal/v1/tokens",
                "/api/v2/filings",
                "/api/v1/filingsx"
            })
    void whatIsNotInTheTableIsNotThere(String path) {
        assertThat(EdgeRoute.of(HttpMethod.GET, PathContainer.parsePath(path))).isEmpty();
    }
}
