package dev.keyrack.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Routes;
import dev.keyrack.server.rig.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is not exactly one of our tokens opens nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokensIT {

    private static final String EVIL = "https://evil.example/keys.json";

    private TestServer server;
    private Forgery forge;
    private String issued;

    @SuppressWarnings("NullAway.Init")
    ForgedTokensIT() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = new TestServer(folder);
        Api.Reply token = server.api()
                .post(
                        "/api/v1/sessions",
                        "{'name': '" + server.administrator().name() + "', 'password': '"
                                + server.administrator().password() + "'}");
        issued = token.text("accessToken");
        forge = new Forgery(
                JWKSet.parse(Files.readString(folder.resolve("signing-keys.json")))
                        .getKeys()
                        .getFirst()
                        .toOctetKeyPair(),
                token.text("userId"),
                Clock.systemUTC().instant());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private int status(String token) throws Exception {
        return server.api().as(token).get("/api/v1/users/me").status();
    }

    @Test
    void acceptsForgedOnlyIfNothingIsWrong() throws Exception {
        assertThat(status(issued)).isEqualTo(200);
        assertThat(status(forge.honest())).isEqualTo(200);
        assertThat(forge.header())
                .isEqualTo(new String(
                        java.util.Base64.getUrlDecoder().decode(issued.substring(0, issued.indexOf('.'))),
                        StandardCharsets.UTF_8));
    }

    @Test
    void refusesEachKindOfForgery() throws Exception {
        Map<String, String> kinds = new LinkedHashMap<>();
        headers(kinds);
        keys(kinds);
        algorithms(kinds);
        claims(kinds);
        times(kinds);
        forms(kinds);
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(75);
        // a picture that is no picture is refused even before
        List<String> routes = Routes.permitted().keySet().stream()
                .filter(route -> !route.endsWith("/images"))
                .toList();
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            Api caller = server.api().as(kind.getValue());
            for (String route : routes) {
                String method = route.split(" ", 2)[0];
                boolean bare = method.equals("GET") || method.equals("DELETE");
                Api sender = route.contains(" /oauth/")
                        ? caller.with("Content-Type", "application/x-www-form-urlencoded")
                        : caller;
                Api.Reply reply = sender.send(
                        method, route.split(" ", 2)[1].replaceAll("\\{[a-zA-Z]+}", "abc_0"), bare ? null : "{}");
                assertThat(reply.status()).as("%s at %s", kind.getKey(), route).isEqualTo(401);
                assertThat(reply.raw().body()).as(route).contains("/problems/unauthenticated");
            }
        }
    }

    @Test
    void refusesOtherSchemes() throws Exception {
        for (String header : List.of(
                issued,
                "Basic " + issued,
                "Bearer",
                "Bearer ",
                "Bearer  " + issued,
                "Bearer " + issued + ", Bearer x")) {
            assertThat(server.api()
                            .with("Authorization", header)
                            .get("/api/v1/users/me")
                            .status())
                    .as(header)
                    .isEqualTo(401);
        }
        assertThat(server.api().get("/api/v1/users/me?access_token=" + issued).status())
                .isEqualTo(401);
    }

    @Test
    void publishesThePublicKeyAlone() throws Exception {
        Api.Reply keys = server.api().get("/.well-known/jwks.json");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.body().path("keys")).hasSize(1);
        assertThat(keys.body().at("/keys/0/kid").asText()).isEqualTo(forge.own.getKeyID());
        assertThat(keys.body().at("/keys/0/x").asText())
                .isEqualTo(forge.own.getX().toString());
        assertThat(keys.body().at("/keys/0").has("d")).isFalse();
    }

    private void headers(Map<String, String> kinds) {
        kinds.put("type of an identity token", forge.signed(forge.header("typ", "JWT"), forge.claims()));
        kinds.put("no type", forge.signed(forge.header("typ", null), forge.claims()));
        kinds.put("type in capitals", forge.signed(forge.header("typ", "AT+JWT"), forge.claims()));
        kinds.put("type as media type", forge.signed(forge.header("typ", "application/at+jwt"), forge.claims()));
        kinds.put("type of a logout token", forge.signed(forge.header("typ", "logout+jwt"), forge.claims()));
        kinds.put("type is a number", forge.signed(forge.header("typ", 1), forge.claims()));
        kinds.put("jku besides", forge.signed(forge.header("jku", EVIL), forge.claims()));
        kinds.put("x5u besides", forge.signed(forge.header("x5u", EVIL), forge.claims()));
        kinds.put("x5c besides", forge.signed(forge.header("x5c", List.of("MIIB")), forge.claims()));
        kinds.put("crit of b64", forge.signed(forge.header("crit", List.of("b64")), forge.claims()));
        kinds.put("crit of nothing", forge.signed(forge.header("crit", List.of()), forge.claims()));
        kinds.put("b64 false", forge.signed(forge.header("b64", false), forge.claims()));
        kinds.put("content type", forge.signed(forge.header("cty", "JWT"), forge.claims()));
        kinds.put("compressed", forge.signed(forge.header("zip", "DEF"), forge.claims()));
        kinds.put("blank in header", forge.signed(forge.header().replace(",", ", "), forge.claims()));
        kinds.put("kid twice", forge.signed(forge.header().replace("{", "{\"kid\":\"x\","), forge.claims()));
        kinds.put("alg twice", forge.signed(forge.header().replace("{", "{\"alg\":\"none\","), forge.claims()));
        kinds.put("header is a list", forge.signed("[]", forge.claims()));
        kinds.put("header is nothing", forge.signed("", forge.claims()));
        kinds.put("header is null", forge.signed("null", forge.claims()));
        kinds.put("header is no JSON", forge.signed("{kid", forge.claims()));
    }

    private void keys(Map<String, String> kinds) {
        String stranger = forge.stranger.toPublicJWK().toJSONString();
        kinds.put("stranger's key under our id", forge.signedBy(forge.stranger, forge.header(), forge.claims()));
        kinds.put(
                "stranger's key under its id",
                forge.signedBy(forge.stranger, forge.header("kid", "stranger"), forge.claims()));
        kinds.put(
                "stranger's key enclosed",
                forge.signedBy(
                        forge.stranger,
                        forge.header("jwk", forge.stranger.toPublicJWK().toJSONObject()),
                        forge.claims()));
        kinds.put(
                "stranger's key at an address",
                forge.signedBy(forge.stranger, forge.header("jku", EVIL), forge.claims()));
        kinds.put(
                "stranger's certificate at an address",
                forge.signedBy(forge.stranger, forge.header("x5u", EVIL), forge.claims()));
        kinds.put("key as id", forge.signedBy(forge.stranger, forge.header("kid", stranger), forge.claims()));
        kinds.put("no kid", forge.signed(forge.header("kid", null), forge.claims()));
        kinds.put("empty kid", forge.signed(forge.header("kid", ""), forge.claims()));
        kinds.put("kid is a path", forge.signed(forge.header("kid", "../../../dev/null"), forge.claims()));
        kinds.put("kid is SQL", forge.signed(forge.header("kid", "' or '1'='1"), forge.claims()));
        kinds.put("kid is a number", forge.signed(forge.header("kid", 7), forge.claims()));
        kinds.put("kid with a blank", forge.signed(forge.header("kid", forge.own.getKeyID() + " "), forge.claims()));
    }

    private void algorithms(Map<String, String> kinds) {
        byte[] open = forge.own.getDecodedX();
        byte[] openText = forge.own.getX().toString().getBytes(StandardCharsets.US_ASCII);
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            kinds.put(
                    "alg " + none + ", no signature",
                    Forgery.join(forge.header("alg", none), forge.claims(), new byte[0]));
            kinds.put("alg " + none + ", signed", forge.signed(forge.header("alg", none), forge.claims()));
        }
        kinds.put("HS256 by the open key", forge.hmac("HmacSHA256", open, forge.header("alg", "HS256")));
        kinds.put("HS256 by its text", forge.hmac("HmacSHA256", openText, forge.header("alg", "HS256")));
        kinds.put("HS512 by the open key", forge.hmac("HmacSHA512", open, forge.header("alg", "HS512")));
        kinds.put("HS512 under our alg", forge.hmac("HmacSHA512", open, forge.header()));
        kinds.put("HS256 by nothing", forge.hmac("HmacSHA256", new byte[1], forge.header("alg", "HS256")));
        kinds.put("ES256", forge.elliptic(forge.header("alg", "ES256")));
        kinds.put("ES256 under our alg", forge.elliptic(forge.header()));
        kinds.put("zero signature", Forgery.join(forge.header(), forge.claims(), new byte[64]));
        kinds.put("zero ES256 signature", Forgery.join(forge.header("alg", "ES256"), forge.claims(), new byte[64]));
        kinds.put("short signature", Forgery.join(forge.header(), forge.claims(), new byte[63]));
        kinds.put("malleated signature", forge.malleated());
        kinds.put("signature spelled otherwise", forge.otherSpelling());
        kinds.put("no alg", forge.signed(forge.header("alg", null), forge.claims()));
        kinds.put("alg of RFC 9864", forge.signed(forge.header("alg", "Ed25519"), forge.claims()));
        kinds.put("alg RS256", forge.signed(forge.header("alg", "RS256"), forge.claims()));
        kinds.put("alg in small letters", forge.signed(forge.header("alg", "eddsa"), forge.claims()));
    }

    private void claims(Map<String, String> kinds) {
        wrong(kinds, "iss", null, "somebody", "", 1, List.of("keyrack"));
        wrong(kinds, "aud", null, "other", "", List.of(), List.of("keyrack-api", "other"), 1);
        wrong(kinds, "sub", null, "", "bkg_1", "usr_X", 1);
        wrong(kinds, "role", null, "KING", "provider_admin", List.of("MANAGER"), 4);
        wrong(kinds, "site", "x", 5, "", List.of("sit_a"));
        wrong(kinds, "sid", null, "", "x", 1);
        kinds.put("claims are a list", forge.signed(forge.header(), "[]"));
        kinds.put("claims are nothing", forge.signed(forge.header(), "{}"));
        kinds.put("claims are no JSON", forge.signed(forge.header(), "{\"iss\":"));
        kinds.put("deep claims", forge.signed(forge.header(), "[".repeat(1_500) + "]".repeat(1_500)));
    }

    private void times(Map<String, String> kinds) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        wrong(kinds, "exp", null, now - 1, 0, -1, "tomorrow", now + 3_600, Long.MAX_VALUE);
        wrong(kinds, "iat", null, now + 3_600, "now", 0);
        wrong(kinds, "auth_time", null, "now");
        wrong(kinds, "nbf", now + 60, now - 60);
    }

    private void wrong(Map<String, String> kinds, String claim, @Nullable Object... values) {
        for (@Nullable Object value : values) {
            kinds.put(claim + " = " + value, forge.signed(forge.header(), forge.claims(claim, value)));
        }
    }

    private void forms(Map<String, String> kinds) {
        String[] parts = issued.split("\\.", -1);
        String other = forge.claims("sub", "usr_other");
        kinds.put("other claims under an issued signature", parts[0] + "." + Forgery.text(other) + "." + parts[2]);
        kinds.put("two parts", parts[0] + "." + parts[1]);
        kinds.put("no signature", parts[0] + "." + parts[1] + ".");
        kinds.put("four parts", issued + "." + parts[2]);
        kinds.put("five parts", issued + ".a.b");
        kinds.put("padded", issued + "==");
        kinds.put("ends in a blank", issued + " x");
        kinds.put("something before", "x" + issued);
        kinds.put("signature cut", issued.substring(0, issued.length() - 1));
        kinds.put("signature longer", issued + "A");
        kinds.put("other alphabet", issued.substring(0, issued.length() - 2) + "+/");
        kinds.put("parts swapped", parts[1] + "." + parts[0] + "." + parts[2]);
        kinds.put("dots", "..");
        kinds.put("word", "null");
        kinds.put("too long", forge.signed(forge.header(), forge.claims("x", "y".repeat(4_000))));
    }
}
