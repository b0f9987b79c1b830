package dev.keyrack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.keyrack.client.store.StoreException;
import dev.keyrack.contract.value.SiteId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientRuntimeIT {

    @TempDir
    Path folder;

    private final BlockingQueue<Connection> seen = new LinkedBlockingQueue<>();

    @Test
    void saysOnlineOnceAServerAnswers() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            assertThat(firstFinding(server.getAddress().getPort())).isEqualTo(Connection.ONLINE);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysOfflineWhereNobodyListens() throws Exception {
        assertThat(firstFinding(closedPort())).isEqualTo(Connection.OFFLINE);
    }

    @Test
    void startsOnlyOnce() throws IOException {
        var runtime = new ClientRuntime(options(closedPort()), Clock.systemUTC());
        runtime.start();
        try {
            assertThatThrownBy(runtime::start).isInstanceOf(IllegalStateException.class);
        } finally {
            runtime.stop();
        }
    }

    @Test
    void opensNothingOnceItWasStopped() throws IOException {
        var runtime = new ClientRuntime(options(closedPort()), Clock.systemUTC());
        runtime.stop();
        assertThatThrownBy(() -> runtime.openCells(SiteId.random())).isInstanceOf(StoreException.class);
        assertThatThrownBy(runtime::sales).isInstanceOf(StoreException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private Connection firstFinding(int port) throws InterruptedException {
        var runtime = new ClientRuntime(options(port), Clock.systemUTC());
        try (var _ = runtime.observeConnection(seen::add)) {
            assertThat(seen.poll()).isEqualTo(Connection.CONNECTING);
            runtime.start();
            return seen.poll(20, TimeUnit.SECONDS);
        } finally {
            runtime.stop();
        }
    }

    private LaunchOptions options(int port) {
        return LaunchOptions.of(List.of("--server=http://127.0.0.1:" + port + "/", "--folder=" + folder));
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
