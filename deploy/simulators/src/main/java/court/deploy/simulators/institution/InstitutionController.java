package court.deploy.simulators.institution;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What each institution offers courts. A request carries its number and the court's signature over its bytes; every answer
 * carries the institution's.
 */
@RestController
@ConditionalOnProperty("court.simulators.institutions")
@RequestMapping("/institutions/{id}")
class InstitutionController {

    private static final int MOST_READ = 65_537;

    private final RequestDesk desk;

    InstitutionController(RequestDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/queries")
    void query(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws Exception {
        take(id, RequestKind.QUERIES, request, response);
    }

    @PostMapping("/freezes")
    void freeze(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws Exception {
        take(id, RequestKind.FREEZES, request, response);
    }

    @PostMapping("/unfreezes")
    void unfreeze(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws Exception {
        take(id, RequestKind.UNFREEZES, request, response);
    }

    @GetMapping("/requests/{requestNumber}")
    void lookUp(@PathVariable String id, @PathVariable String requestNumber, HttpServletResponse response)
            throws Exception {
        write(desk.lookUp(id, requestNumber), response);
    }

    private void take(String id, RequestKind kind, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        byte[] body = request.getInputStream().readNBytes(MOST_READ);
        @Nullable String number = request.getHeader("X-Request-Number");
        @Nullable String signature = request.getHeader("X-Court-Signature");
        Answer answer = desk.take(id, kind, new RequestDesk.Sent(body, number, signature));
        if (answer.equals(Answer.CUT)) {
            CutConnection.after(request);
        } else {
            write(answer, response);
        }
    }

    private static void write(Answer answer, HttpServletResponse response) throws IOException, InterruptedException {
        Thread.sleep(Duration.ofMillis(answer.pauseMillis()));
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE + ";charset=UTF-8");
        response.setContentLength(answer.body().length);
        response.setHeader("X-Institution-Signature", answer.signature());
        response.getOutputStream().write(answer.body());
    }
}
