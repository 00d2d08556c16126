package court.interaction;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Brings court and parties of a case together in one room. */
@SpringBootApplication
public class InteractionApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(InteractionApplication.class, arguments);
    }
}
