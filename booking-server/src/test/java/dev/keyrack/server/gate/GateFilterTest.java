package dev.keyrack.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateFilterTest {

    private final GateFilter gate =
            new GateFilter(1, Duration.ofMillis(50), Set.of("/live"), List.of(), new RateLimits());
    private final Map<String, Object> answer = new ConcurrentHashMap<>();

    @Test
    void sendsAwayWhoWaitsTooLongForPlace() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leaves = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> pass("/a", null, (_, _) -> {
            entered.countDown();
            await(leaves);
        }));
        await(entered);
        pass("/b", null, (_, _) -> answer.put("reached", true));
        assertThat(answer).containsEntry("status", 503).containsEntry("Retry-After", "1");
        assertThat(answer).doesNotContainKey("reached");
        pass("/live", null, (_, _) -> answer.put("reached", true));
        assertThat(answer).containsKey("reached");
        leaves.countDown();
        first.join();
        answer.clear();
        pass("/c", null, (_, _) -> answer.put("reached", true));
        assertThat(answer).containsKey("reached");
    }

    @Test
    void keepsRequestIdIfSane() {
        pass("/a", "abc-12345", (_, _) -> {});
        assertThat(answer).containsEntry("X-Request-Id", "abc-12345");
        pass("/a", "a\"},{\"b", (_, _) -> {});
        assertThat(String.valueOf(answer.get("X-Request-Id"))).hasSize(36);
        pass("/a", "4111-1111-1111-1111", (_, _) -> {});
        assertThat(String.valueOf(answer.get("X-Request-Id"))).hasSize(36);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(String path, @Nullable String id, FilterChain chain) {
        HttpServletRequest request = fake(HttpServletRequest.class, (name, _) -> switch (name) {
            case "getRequestURI" -> path;
            case "getHeader" -> id;
            case "getHeaders" -> Collections.emptyEnumeration();
            case "getRemoteAddr" -> "127.0.0.1";
            case "setAttribute" -> null;
            default -> throw new UnsupportedOperationException(name);
        });
        HttpServletResponse response = fake(HttpServletResponse.class, (name, arguments) -> switch (name) {
            case "setHeader" -> answer.put(String.valueOf(arguments[0]), arguments[1]);
            case "setStatus" -> answer.put("status", arguments[0]);
            case "isCommitted" -> true;
            case "getWriter" -> new PrintWriter(new StringWriter());
            default -> null;
        });
        try {
            gate.doFilter(request, response, chain);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Answering {
        @Nullable
        Object answer(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answering answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    Object answer = answers.answer(method.getName(), arguments == null ? new Object[0] : arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
