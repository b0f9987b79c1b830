package dev.keyrack.client.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.sync.ChangePage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServerApiTest {

    @Test
    void callsAreUnansweredWhereTheProgramEnds() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ServerApi api = new ServerApi(URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/"));
            CompletableFuture<ApiOutcome<ChangePage>> underWay =
                    CompletableFuture.supplyAsync(() -> api.feed().changes("begin", 20));
            try (Socket taken = mute.accept()) {
                assertThat(taken.getInputStream().read()).isNotNegative();
                api.close();
                assertThat(underWay.get(30, TimeUnit.SECONDS)).isInstanceOf(ApiOutcome.Unanswered.class);
            }
            assertThat(api.feed().changes("begin", 20)).isInstanceOf(ApiOutcome.Unanswered.class);
        }
    }
}
