package dev.keyrack.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PokeReaderTest {

    private static final SiteId SITE = new SiteId("sit_harbour");
    private static final Caller KIOSK = new Caller(new UserId("usr_kiosk"), Role.KIOSK, SITE);

    private final List<String> calls = new ArrayList<>();
    private final List<PokeReader> gone = new ArrayList<>();
    private final Wire wire = new Wire();

    /// A connection that takes bytes only while it is open.
    private static final class Wire extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean open;
        private @Nullable WriteListener listener;

        @Override
        public boolean isReady() {
            return open;
        }

        @Override
        public void setWriteListener(WriteListener writer) {
            listener = writer;
        }

        @Override
        public void write(int octet) {
            taken.write(octet);
        }

        void openUp() throws IOException {
            open = true;
            Objects.requireNonNull(listener).onWritePossible();
        }

        String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }
    }

    private <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return answers.get(method.getName());
                }));
    }

    private PokeReader reader() throws IOException {
        ServletResponse response = fake(ServletResponse.class, Map.of("getOutputStream", wire));
        AsyncContext context = fake(AsyncContext.class, Map.of("getResponse", response));
        PokeReader reader = new PokeReader(KIOSK, context, gone::add);
        reader.start();
        return reader;
    }

    private static byte[] event(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keepsEventsUntilTheConnectionTakesThem() throws IOException {
        PokeReader reader = reader();
        reader.send(event("one "));
        reader.send(event("two "));
        assertThat(wire.text()).isEmpty();

        wire.openUp();
        reader.send(event("three"));

        assertThat(wire.text()).isEqualTo("one two three");
        assertThat(gone).isEmpty();
    }

    @Test
    void dropsReaderThatDoesNotRead() throws IOException {
        PokeReader reader = reader();
        for (int i = 0; i < 64; i++) {
            reader.send(event("x"));
        }
        assertThat(gone).isEmpty();

        reader.send(event("x"));
        reader.send(event("x"));

        assertThat(gone).containsExactly(reader);
        assertThat(calls).containsOnlyOnce("complete");
    }

    @Test
    void dropsReaderWhoseConnectionBroke() throws IOException {
        PokeReader reader = reader();
        Objects.requireNonNull(wire.listener).onError(new IOException("reset"));

        reader.send(event("x"));
        wire.openUp();

        assertThat(gone).containsExactly(reader);
        assertThat(wire.text()).isEmpty();
    }

    @Test
    void sendsOnlyWhatTheCallerMayKnow() throws IOException {
        PokeReader reader = reader();
        wire.openUp();
        reader.send(ChangeFeed.availabilityScope(SITE), event("cells"));
        reader.send(ChangeFeed.operationsScope(SITE), event("bookings"));

        assertThat(wire.text()).isEqualTo("cells");
    }
}
