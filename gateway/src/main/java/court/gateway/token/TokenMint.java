package court.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import court.platform.security.Actor;
import court.platform.security.CallerConfiguration;
import court.platform.security.Role;
import court.platform.security.Via;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Makes platform tokens: signed with ES256, good for fifteen minutes, typed so that nothing else passes for one (RFC 9068). */
public final class TokenMint {

    /** How long a token is good; a revoked session is remembered longer than this. */
    public static final Duration LASTS = Duration.ofMinutes(15);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final ECKey key;
    private final String issuer;
    private final Clock clock;

    TokenMint(ECKey key, String issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** A token of full length. */
    public String person(Actor actor, UUID session) {
        return person(actor, session, clock.instant().plus(LASTS));
    }

    /** A person's token in one session, good until then, and no longer than {@link #LASTS}. */
    public String person(Actor actor, UUID session, Instant until) {
        JWTClaimsSet.Builder claims = claims(
                        actor.id(), actor.roles().stream().sorted().toList())
                .expirationTime(Date.from(until))
                .audience(CallerConfiguration.PLATFORM)
                .claim("sid", session.toString());
        if (actor.court() != null) {
            claims.claim("court", actor.court());
        }
        if (actor.personKey() != null) {
            claims.claim("person", actor.personKey());
        }
        if (actor.weChat() != null) {
            claims.claim("wechat", actor.weChat());
        }
        if (actor.via() != Via.WEB) {
            claims.claim("via", actor.via().name());
        }
        if (!actor.actsFor().isEmpty()) {
            claims.claim("acts_for", actor.actsFor().stream().sorted().toList());
        }
        return sign(claims.build());
    }

    /** A service's own token, good for the internal paths of the others only. */
    String service(String client) {
        return sign(claims(client, List.of(Role.SERVICE))
                .audience(CallerConfiguration.SERVICES)
                .build());
    }

    private JWTClaimsSet.Builder claims(String subject, List<Role> roles) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LASTS)))
                .jwtID(UUID.randomUUID().toString())
                .claim("roles", roles.stream().map(Role::name).toList());
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(TYPE)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
