package dev.keyrack.server.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// TLS 1.3 and nothing older, with the certificate that is in the files. Where the files change, new
/// connections get the new one, and the others go on; where what they hold cannot be used, the old one stays.
public final class ServerTls extends AbstractLifeCycle {

    private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final CertificateFiles files;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("certificate").daemon(true).factory());
    private List<FileTime> seen;

    /// @throws IllegalArgumentException if the files hold no certificate with its key
    public ServerTls(CertificateFiles files) {
        this.files = files;
        this.seen = times();
        factory.setIncludeProtocols("TLSv1.3");
        take(factory);
    }

    public SslContextFactory.Server factory() {
        return factory;
    }

    private void take(SslContextFactory reloaded) {
        try {
            reloaded.setKeyStore(files.read().toKeyStore());
            reloaded.setKeyStorePassword("");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be kept in memory", e);
        }
    }

    @Override
    protected void doStart() {
        var _ = watch.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        watch.shutdownNow();
    }

    private void look() {
        try {
            List<FileTime> now = times();
            if (!now.equals(seen)) {
                // forgotten only once it is in use: two files are not replaced at once
                factory.reload(this::take);
                seen = now;
                LOG.info("New connections get the certificate that is in {} now", files.certificate());
            }
        } catch (Exception e) {
            LOG.error("The new certificate in {} is not used", files.certificate(), e);
        }
    }

    private List<FileTime> times() {
        List<FileTime> times = new ArrayList<>();
        try {
            times.add(Files.getLastModifiedTime(files.certificate()));
            times.add(Files.getLastModifiedTime(files.key()));
        } catch (IOException _) {
            // a file that is just being replaced is not there for a moment: that differs from what was seen
        }
        return times;
    }
}
