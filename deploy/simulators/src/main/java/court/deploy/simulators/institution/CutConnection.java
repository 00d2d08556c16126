package court.deploy.simulators.institution;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Ends a connection without an answer, as a broken line does. Below the servlets, which always answer something. */
class CutConnection extends ValveBase {

    private static final String ASKED_FOR = CutConnection.class.getName();

    CutConnection() {
        super(true);
    }

    /** Once this request is handled. */
    static void after(HttpServletRequest request) {
        request.setAttribute(ASKED_FOR, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(ASKED_FOR) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
