package court.deploy.simulators;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** All simulators of outside parties in one process. */
@SpringBootApplication
public class SimulatorsApplication {

    static void main(String[] arguments) {
        SpringApplication.run(SimulatorsApplication.class, arguments);
    }
}
