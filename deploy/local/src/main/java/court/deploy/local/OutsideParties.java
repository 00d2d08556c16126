package court.deploy.local;

/** What our services and the simulators of outside parties know of each other: addresses, names, secrets. */
final class OutsideParties {

    private static final String WECHAT_APP = "wx-demo-court";
    private static final String VERIFICATION_CLIENT = "court";
    private static final String CITY_APP = "suishenban-demo";
    private static final String AT_CITY_APP = "court-enforcement-demo";
    private static final String SMS_KEY = "court";

    private final Place place;
    private final Institutions institutions;

    OutsideParties(Place place) {
        this.place = place;
        this.institutions = new Institutions(place);
    }

    void tellSimulators(Settings settings) {
        settings.set("court.simulators.issuer", address(""));
        settings.set("court.simulators.gateway", place.ports().url(Part.GATEWAY));
        settings.set("court.simulators.gateway-secret", secret("staff-sign-in"));
        settings.set("court.simulators.staff", place.demo("staff.json").toString());
        settings.set("court.simulators.parties", place.demo("parties.json").toString());
        settings.set("court.simulators.wechat-app-id", WECHAT_APP);
        settings.set("court.simulators.wechat-secret", secret("wechat"));
        settings.set("court.simulators.verification-client", VERIFICATION_CLIENT);
        settings.set("court.simulators.verification-secret", secret("verification"));
        settings.set("court.simulators.sms-key-id", SMS_KEY);
        settings.set("court.simulators.sms-secret", secret("sms"));
        settings.set(
                "court.simulators.sms-templates",
                place.demo("sms-templates.json").toString());
        settings.set("court.simulators.city-app-issuer", CITY_APP);
        settings.set("court.simulators.city-app-audience", AT_CITY_APP);
        institutions.registry(); // their private keys are made with it
        settings.set("court.simulators.institutions", institutions.folder().toString());
        settings.set("court.simulators.books", institutions.books().toString());
        settings.set("court.simulators.officers", place.demo("courts.json").toString());
        settings.set("court.simulators.court-key", institutions.courtKey().publicKey());
    }

    void tellGateway(Settings settings) {
        settings.set("court.oidc.issuer", address(""));
        settings.set("court.oidc.client-id", "gateway");
        settings.set("court.oidc.client-secret", secret("staff-sign-in"));
        settings.set("court.wechat.address", address("/wechat"));
        settings.set("court.wechat.app-id", WECHAT_APP);
        settings.set("court.wechat.secret", secret("wechat"));
        settings.set("court.verification.address", address("/identity"));
        settings.set("court.verification.client-id", VERIFICATION_CLIENT);
        settings.set("court.verification.client-secret", secret("verification"));
        settings.set("court.city-app.issuer", CITY_APP);
        settings.set("court.city-app.audience", AT_CITY_APP);
        settings.set("court.city-app.keys", address("/cityapp/jwks.json"));
    }

    /** Who prompts people is told who carries prompts. */
    void tellMessengers(Settings settings) {
        settings.set("court.notification.sms.address", address("/sms"));
        settings.set("court.notification.sms.key-id", SMS_KEY);
        settings.set("court.notification.sms.secret", secret("sms"));
        settings.set("court.notification.wechat.address", address("/wechat"));
        settings.set("court.notification.wechat.app-id", WECHAT_APP);
        settings.set("court.notification.wechat.secret", secret("wechat"));
        settings.set("court.notification.wechat.template", "case-progress");
    }

    void tellAsset(Settings settings) {
        KeyFile courtKey = institutions.courtKey();
        courtKey.publicKey(); // made with it
        settings.set("court.institutions.registry", institutions.registry().toString());
        settings.set("court.institutions.court-key", courtKey.file().toString());
        settings.set("court.directory", place.demo("courts.json").toString());
    }

    private String address(String path) {
        return place.ports().url(Part.SIMULATORS) + path;
    }

    private String secret(String name) {
        return place.secrets().get(name);
    }
}
