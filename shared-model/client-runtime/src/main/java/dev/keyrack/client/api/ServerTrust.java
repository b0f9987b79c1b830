package dev.keyrack.client.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// By what a server is known: the pin of its public key (the digest of RFC 7469, as curl writes it), or a
/// certificate that the platform trusts and that bears its name. Where no pin was given, the first contact
/// decides which of the two it is, and that is kept in the folder from then on; whoever shows something else
/// later is not spoken to.
public final class ServerTrust {

    private static final String BY_AUTHORITY = "authority";

    private final String server;
    private final @Nullable Path file;
    private @Nullable String known;
    private @Nullable X509ExtendedTrustManager platform;

    private ServerTrust(URI server, @Nullable Path file, @Nullable String known) {
        this.server = server.getHost() + ":" + (server.getPort() < 0 ? 443 : server.getPort());
        this.file = file;
        this.known = known;
    }

    /// What is kept in a folder.
    ///
    /// @param pin what an operator read off the server, kept from now on; null for what was kept before, or for the
    /// first contact
    /// @throws IllegalArgumentException if this is no pin
    public static ServerTrust in(Path folder, URI server, @Nullable String pin) {
        ServerTrust trust = new ServerTrust(server, folder.resolve("server.trust"), pin);
        if (pin == null) {
            trust.known = trust.kept().orElse(null);
            return trust;
        }
        if (!pin.matches("sha256//[A-Za-z0-9+/]{43}=")) {
            throw new IllegalArgumentException("not a pin such as sha256//...=: " + pin);
        }
        if (!trust.kept().equals(Optional.of(pin))) {
            trust.keep(pin);
        }
        return trust;
    }

    /// Only a certificate that the platform trusts and that bears the server's name.
    public static ServerTrust byAuthority(URI server) {
        return new ServerTrust(server, null, BY_AUTHORITY);
    }

    /// A certificate that is not the one that the server is known by.
    public static final class NotKnown extends CertificateException {

        private static final long serialVersionUID = 1L;

        NotKnown(String message) {
            super(message);
        }
    }

    /// Whether a call failed because of who answered.
    public static boolean isRefusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /// What connections are made with. It looks at names too, where they matter.
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {new ByPin()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK speaks TLS", e);
        }
    }

    private synchronized X509ExtendedTrustManager platform() {
        X509ExtendedTrustManager present = platform;
        if (present == null) {
            present = platformTrust();
            platform = present;
        }
        return present;
    }

    private static X509ExtendedTrustManager platformTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK trusts somebody", e);
        }
    }

    static String pinOf(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getPublicKey().getEncoded());
            return "sha256//" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private synchronized void decide(X509Certificate own, Check byAuthority) throws CertificateException {
        own.checkValidity();
        String present = known;
        if (present == null) {
            present = firstSeen(own, byAuthority);
            keep(present);
            known = present;
        }
        if (present.equals(BY_AUTHORITY)) {
            byAuthority.run();
        } else if (!present.equals(pinOf(own))) {
            throw new NotKnown("The server at " + server + " shows another key than the one it is known by.");
        }
    }

    private static String firstSeen(X509Certificate own, Check byAuthority) {
        try {
            byAuthority.run();
            return BY_AUTHORITY;
        } catch (CertificateException _) {
            // nobody vouches for it: then it is known by its key
            return pinOf(own);
        }
    }

    /// The pin that is kept; empty for a server that is known by a certificate of the platform, or not yet.
    public Optional<String> pin() {
        return kept().filter(text -> text.startsWith("sha256//"));
    }

    private Optional<String> kept() {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(server + " "))
                    .map(line -> line.substring(server.length() + 1))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String trust) {
        if (file == null) {
            return;
        }
        Path draft = file.resolveSibling("server.trust.new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            List<String> others = Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.startsWith(server + " "))
                            .toList()
                    : List.of();
            String text = String.join("\n", others) + (others.isEmpty() ? "" : "\n") + server + " " + trust + "\n";
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (octets.hasRemaining()) {
                    channel.write(octets);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class ByPin extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
            decide(chain[0], () -> platform().checkServerTrusted(chain, type, engine));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            if (!(socket instanceof SSLSocket secured)) {
                throw new NotKnown("The line is not secured.");
            }
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            decide(chain[0], () -> platform().checkServerTrusted(chain, type, secured));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new NotKnown("Nobody says which server this is.");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new NotKnown("Nobody connects to this program.");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return platform().getAcceptedIssuers();
        }
    }
}
