package dev.keyrack.server.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.api.ServerTrust;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import dev.keyrack.server.http.EchoEndpoint;
import dev.keyrack.server.http.HttpServer;
import dev.keyrack.server.rig.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that show right and wrong certificates, and clients that look at them.
class TlsIT {

    private final Instant now = Clock.systemUTC().instant();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    TlsIT() {}

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate sign(KeyPair subject, KeyPair issuer, String name, Instant until) throws Exception {
        boolean authority = subject == issuer && name.equals("authority");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(subject == issuer && !authority ? "CN=server" : "CN=authority"),
                BigInteger.valueOf(subject.hashCode()).abs().add(BigInteger.ONE),
                Date.from(until.minus(Duration.ofDays(30))),
                Date.from(until),
                new X500Name(authority ? "CN=authority" : "CN=server"),
                subject.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(
                        new GeneralName(name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, name)));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    private CertificateFiles write(String name, KeyPair key, X509Certificate certificate) throws IOException {
        CertificateFiles files = new CertificateFiles(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
        pem(files.key(), new JcaPKCS8Generator(key.getPrivate(), null));
        pem(files.certificate(), certificate);
        return files;
    }

    private static void pem(Path file, Object content) throws IOException {
        try (JcaPEMWriter writer = new JcaPEMWriter(Files.newBufferedWriter(file))) {
            writer.writeObject(content);
        }
    }

    private static HttpServer serve(CertificateFiles files) {
        HttpServer server = new HttpServer(
                "127.0.0.1",
                0,
                List.of(new EchoEndpoint()),
                token -> Optional.empty(),
                _ -> {},
                Map.of(),
                new GateConfig(files, List.of(), List.of(), Duration.ofSeconds(10)));
        server.start();
        return server;
    }

    private Connection connect(URI server, String client, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("--server=" + server, "--folder=" + folder.resolve(client)));
        words.addAll(List.of(options));
        ClientRuntime runtime = new ClientRuntime(LaunchOptions.of(words), Clock.systemUTC());
        CompletableFuture<Connection> found = new CompletableFuture<>();
        try (var _ = runtime.observeConnection(now -> {
            if (now != Connection.CONNECTING) {
                found.complete(now);
            }
        })) {
            runtime.start();
            return found.get(20, TimeUnit.SECONDS);
        } finally {
            runtime.stop();
        }
    }

    private static boolean isSpokenTo(URI server, ServerTrust trust) {
        try (ServerApi api = new ServerApi(server, trust)) {
            return !(api.signIn(new SignIn("a", "b")) instanceof ApiOutcome.Unanswered);
        }
    }

    @Test
    void isKnownByTheKeyThatItMadeItself() throws Exception {
        CertificateFiles files = SelfMadeCertificate.in(folder.resolve("tls"), "127.0.0.1", Clock.systemUTC());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.key())))
                .isEqualTo("rw-------");
        String pin = files.pin();
        assertThat(SelfMadeCertificate.in(folder.resolve("tls"), "127.0.0.1", Clock.systemUTC())
                        .pin())
                .isEqualTo(pin);
        String other = SelfMadeCertificate.in(folder.resolve("other"), "127.0.0.1", Clock.systemUTC())
                .pin();
        try (HttpServer server = serve(files)) {
            assertThat(connect(server.uri(), "told", "--certificate=" + pin)).isEqualTo(Connection.ONLINE);
            assertThat(connect(server.uri(), "misled", "--certificate=" + other))
                    .isEqualTo(Connection.UNTRUSTED);
            assertThat(connect(server.uri(), "new")).isEqualTo(Connection.ONLINE);
            assertThat(folder.resolve("new").resolve("server.trust")).content().contains(pin);
            assertThat(isSpokenTo(server.uri(), ServerTrust.in(folder.resolve("told"), server.uri(), null)))
                    .isTrue();
            assertThat(isSpokenTo(server.uri(), ServerTrust.in(folder.resolve("misled"), server.uri(), null)))
                    .isFalse();
            HttpResponse<String> answer = get(server.uri(), "told");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        }
    }

    private HttpResponse<String> get(URI server, String client) throws Exception {
        return get(server, "/echo/number?number=1", client);
    }

    private HttpResponse<String> get(URI server, String path, String client) throws Exception {
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(ServerTrust.in(folder.resolve(client), server, null).context())
                .build()) {
            return http.send(
                    HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void pageOfASignInKeepsItsCookieToThisServer() throws Exception {
        CertificateFiles files = SelfMadeCertificate.in(folder.resolve("pages"), "127.0.0.1", Clock.systemUTC());
        ServerConfig config = ServerConfig.onLoopback(folder, 0, Clock.systemUTC())
                .on(TestDatabase.url(folder))
                .behind(new GateConfig(files, List.of(), List.of(), Duration.ofSeconds(10)));
        try (ServerAssembly server = new ServerAssembly(config)) {
            server.startForTrial();
            HttpResponse<String> page = get(server.uri(), "/oauth/device", "browser");
            assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
                    .matches(
                            "__Host-keyrack-visit=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; HttpOnly; SameSite=Strict; Secure");
            assertThat(get(server.uri(), "/.well-known/oauth-authorization-server", "browser")
                            .body())
                    .contains("\"issuer\":\"" + server.uri().toString().replaceFirst("/$", "") + "\"");
        }
    }

    @Test
    void changesItsCertificateWhileItRuns() throws Exception {
        KeyPair key = pair();
        CertificateFiles files = write("own", key, sign(key, key, "127.0.0.1", now.plus(Duration.ofDays(9))));
        try (HttpServer server = serve(files)) {
            assertThat(get(server.uri(), "renewed").statusCode()).isEqualTo(200);
            write("own", key, sign(key, key, "127.0.0.1", now.plus(Duration.ofDays(20))));
            touch(files, 10);
            await().until(() -> validUntil(server.uri()).isAfter(now.plus(Duration.ofDays(15))));
            assertThat(get(server.uri(), "renewed").statusCode())
                    .as("the same key in a new certificate")
                    .isEqualTo(200);
            KeyPair stranger = pair();
            write("own", stranger, sign(stranger, stranger, "127.0.0.1", now.plus(Duration.ofDays(9))));
            touch(files, 20);
            await().until(() -> validUntil(server.uri()).isBefore(now.plus(Duration.ofDays(15))));
            assertThatThrownBy(() -> get(server.uri(), "renewed")).isInstanceOf(SSLHandshakeException.class);
            assertThat(connect(server.uri(), "renewed")).isEqualTo(Connection.UNTRUSTED);
        }
    }

    /// So that the change is seen however coarse the file system's times are.
    private void touch(CertificateFiles files, int seconds) throws IOException {
        Files.setLastModifiedTime(files.certificate(), FileTime.from(now.plusSeconds(seconds)));
    }

    private Instant validUntil(URI server) throws Exception {
        Path anew = Files.createTempDirectory(folder, "anew");
        try (SSLSocket socket = (SSLSocket) ServerTrust.in(anew, server, null)
                .context()
                .getSocketFactory()
                .createSocket(server.getHost(), server.getPort())) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getNotAfter()
                    .toInstant();
        }
    }

    @Test
    void isRefusedWithCertificateThatIsNotRight() throws Exception {
        KeyPair authority = pair();
        KeyPair key = pair();
        Instant later = now.plus(Duration.ofDays(9));
        Path store = folder.resolve("authorities.p12");
        trust(store, sign(authority, authority, "authority", later));
        assertThat(verdict(store, key, sign(key, authority, "127.0.0.1", later)))
                .as("right")
                .isTrue();
        assertThat(verdict(store, key, sign(key, authority, "10.9.9.9", later)))
                .as("other name")
                .isFalse();
        assertThat(verdict(store, key, sign(key, authority, "127.0.0.1", now.minusSeconds(60))))
                .as("expired")
                .isFalse();
        assertThat(verdict(store, key, sign(key, pair(), "127.0.0.1", later)))
                .as("other authority")
                .isFalse();
        assertThat(verdict(store, key, sign(key, key, "127.0.0.1", later)))
                .as("its own authority")
                .isFalse();
        KeyPair other = pair();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write("mixed", other, sign(key, key, "127.0.0.1", later))
                        .read())
                .withMessageContaining("is not the key");
        CertificateFiles expired = write("expired", key, sign(key, key, "127.0.0.1", now.minusSeconds(60)));
        try (HttpServer server = serve(expired)) {
            assertThat(connect(server.uri(), "early", "--certificate=" + expired.pin()))
                    .as("expired, though the key is known")
                    .isEqualTo(Connection.UNTRUSTED);
        }
    }

    private static void trust(Path file, X509Certificate authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
    }

    /// Whether a client that trusts the platform's authorities speaks to the server.
    private boolean verdict(Path authorities, KeyPair key, X509Certificate certificate) throws Exception {
        System.setProperty("javax.net.ssl.trustStore", authorities.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "secret");
        try (HttpServer server = serve(write("shown", key, certificate))) {
            return isSpokenTo(server.uri(), ServerTrust.byAuthority(server.uri()));
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    @Test
    void speaksNothingOlderThanTls13() throws Exception {
        CertificateFiles files = SelfMadeCertificate.in(folder.resolve("tls"), "127.0.0.1", Clock.systemUTC());
        try (HttpServer server = serve(files);
                SSLSocket old = (SSLSocket) ServerTrust.in(folder.resolve("old"), server.uri(), files.pin())
                        .context()
                        .getSocketFactory()
                        .createSocket("127.0.0.1", server.uri().getPort())) {
            old.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(old::startHandshake).isInstanceOf(IOException.class);
        }
    }

    @Test
    void servesPlainHttpOnLoopbackOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpServer(
                        "0.0.0.0", 0, List.of(), token -> Optional.empty(), _ -> {}, Map.of(), GateConfig.PLAIN))
                .withMessageContaining("loopback only");
    }
}
