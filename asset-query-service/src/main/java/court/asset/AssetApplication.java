package court.asset;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Finds and freezes the property of respondents through the institutions that hold it. */
@SpringBootApplication
public class AssetApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AssetApplication.class, arguments);
    }
}
