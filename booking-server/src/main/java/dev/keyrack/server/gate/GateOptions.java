package dev.keyrack.server.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the server is reached, as an operator says it.
public final class GateOptions {

    @Option(
            names = "--tls",
            negatable = true,
            description = "HTTPS, by TLS 1.3 only. Without saying, on every address but loopback, where plain HTTP is"
                    + " served; plain HTTP anywhere else is refused.")
    private @Nullable Boolean tls;

    @Option(
            names = "--certificate",
            paramLabel = "PEM",
            description = "The server's certificate with its issuers; taken anew when the file changes. Without it, one"
                    + " is made in the data folder (tls/server.crt), which clients know by its pin.")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "PEM", description = "The private key of --certificate, not encrypted.")
    private @Nullable Path key;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS[/BITS]",
            description = "A proxy before this server, whose X-Forwarded-For or Forwarded header tells the client's"
                    + " address. May be repeated.")
    private List<String> proxies = List.of();

    @Option(
            names = "--origin",
            paramLabel = "ORIGIN",
            description = "Lets pages of this origin call (CORS), such as https://book.example. May be repeated.")
    private List<String> origins = List.of();

    /// For picocli.
    public GateOptions() {}

    /// @param folder the data folder
    /// @param host where to listen
    /// @throws IllegalArgumentException if the options do not go together
    public GateConfig config(Path folder, String host, Clock clock) {
        Path givenCertificate = certificate;
        Path givenKey = key;
        if ((givenCertificate == null) != (givenKey == null)) {
            throw new IllegalArgumentException("--certificate and --key belong together");
        }
        boolean secured = tls == null ? givenCertificate != null || !isLoopback(host) : tls;
        CertificateFiles files = null;
        if (secured) {
            files = givenCertificate != null && givenKey != null
                    ? new CertificateFiles(givenCertificate, givenKey)
                    : SelfMadeCertificate.in(folder.resolve("tls"), host, clock);
        }
        return new GateConfig(
                files, proxies.stream().map(AddressRange::parse).toList(), origins, GateConfig.PLAIN.patience());
    }

    /// Whether only programs on this machine reach what listens there.
    public static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("There is no address " + host, e);
        }
    }
}
