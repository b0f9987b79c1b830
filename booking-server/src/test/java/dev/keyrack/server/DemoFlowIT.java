package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.operation.HotelImport;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.sync.ChangeFeed;
import dev.keyrack.server.verification.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFlowIT {

    @TempDir
    private Path folder;

    @Test
    void walksThroughTheSpecificationOnRealData() throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        StringWriter text = new StringWriter();
        try (ServerAssembly server = new ServerAssembly(
                        ServerConfig.onLoopback(folder, 0, clock).on(TestDatabase.url(folder)));
                InputStream history = HotelImport.builtIn()) {
            HotelImport hotels = new HotelImport(server.database(), new ChangeFeed(), clock);
            hotels.run(history, HotelImport.Span.around(hotels.today(), 1), line -> {});
            server.start();

            new DemoFlow(server.uri(), folder, hotels.today(), new PrintWriter(text)).run();

            assertThat(new Verification(server.database()).run()).allMatch(Verification.Check::holds);
        }
        assertThat(text.toString())
                .contains("== 10.", "\"paymentStatus\" : \"refunded\"", ".eml")
                .doesNotContain("\"accessToken\" : \"ey", "\"password\" : \"demo");
    }
}
