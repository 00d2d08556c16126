package court.filing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes applications for enforcement and turns them into cases. */
@SpringBootApplication
public class FilingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(FilingApplication.class, arguments);
    }
}
