package court.deploy.bench;

import court.platform.files.FileSteps;
import court.platform.vault.LocalKeyPort;
import court.platform.vault.PersonKey;
import java.nio.file.Path;
import java.util.List;

/** The filing service, reached over HTTP by applicants who are virtual threads. */
final class ServiceSide implements Side {

    private final Servers servers;
    private final ServiceProcess service;
    private final Tokens tokens;
    private final PersonKey personKey;

    ServiceSide(Servers servers, ServiceProcess service, Tokens tokens, Path keys) {
        this.servers = servers;
        this.service = service;
        this.tokens = tokens;
        this.personKey = new PersonKey(new LocalKeyPort(keys, new FileSteps()));
    }

    @Override
    public String name() {
        return "service";
    }

    @Override
    public ServiceLife life(int applicant) throws Exception {
        String person = personKey.of("ID_CARD", Papers.idNumber(applicant));
        return new ServiceLife(
                new KeptConnection(service.port()),
                Papers.form(applicant),
                tokens.party(person),
                tokens.filingJudge(Papers.COURT));
    }

    @Override
    public Thread.Builder threads() {
        return Thread.ofVirtual();
    }

    @Override
    public List<Watched> processes() {
        return servers.with(service);
    }

    @Override
    public double collecting() {
        return service.collecting();
    }

    @Override
    public Database database() {
        return servers.filing();
    }
}
