package dev.keyrack.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.persistence.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/// Sends requests to one server and judges each answer. What it sends follows from the seed and from what the server
/// answered.
public final class Fuzzer {

    private static final int CLIENTS = 4;
    private static final int MOST_FAULTS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long TOKEN_NANOS = Duration.ofMinutes(2).toNanos();

    private final URI server;
    private final List<SignIn> accounts;
    private final Description description;
    private final AnswerRule rule;
    private final LocalDate today;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    /// @param accounts who sends the requests, besides somebody without a token
    /// @param today the first day on which somebody may come
    public Fuzzer(URI server, List<SignIn> accounts, LocalDate today) {
        this(server, accounts, today, Description.committed());
    }

    Fuzzer(URI server, List<SignIn> accounts, LocalDate today, Description description) {
        this.server = server;
        this.accounts = List.copyOf(accounts);
        this.today = today;
        this.description = description;
        rule = new AnswerRule(description);
    }

    /// What was seen.
    ///
    /// @param statuses how many answers had each status
    /// @param faults the first of each kind, with the request
    public record Report(long requests, Map<String, Long> statuses, List<String> faults) {}

    /// @param requests how many, shared by four clients
    public Report run(int requests, long seed) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                long own = seed + i;
                clients.add(threads.submit(() -> {
                    new Client(own).send(requests / CLIENTS);
                    return true;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client could not go on", e);
        }
        Map<String, Long> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.sum()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Report(all, counts, faults.values().stream().sorted().toList());
    }

    /// One who sends, with a memory of its own.
    private final class Client {

        private final Random random;
        private final Pool pool;
        private final Requests requests;
        private final List<String> tokens = new ArrayList<>();
        private long signedIn;

        Client(long seed) {
            random = new Random(seed);
            pool = new Pool(random);
            requests = new Requests(description, pool, random, today);
        }

        void send(int count) throws IOException, InterruptedException {
            for (int i = 0; i < count && faults.size() < MOST_FAULTS; i++) {
                if (tokens.isEmpty() || System.nanoTime() - signedIn > TOKEN_NANOS) {
                    signIn();
                }
                Request request = requests.next();
                int who = random.nextInt(tokens.size() + 1);
                if (who < tokens.size()) {
                    request.headers().putIfAbsent("Authorization", "Bearer " + tokens.get(who));
                }
                judge(request, exchange(request));
            }
        }

        private void signIn() throws IOException, InterruptedException {
            tokens.clear();
            for (SignIn account : accounts) {
                HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(Json.write(account)))
                        .build();
                JsonNode answer =
                        Json.read(http.send(request, BodyHandlers.ofString()).body(), JsonNode.class);
                tokens.add(answer.path("accessToken").asText());
                pool.learn(answer);
            }
            signedIn = System.nanoTime();
            List.of("/api/v1/resources/search", "/api/v1/sites").forEach(this::look);
        }

        /// So that there is something to begin with.
        private void look(String path) {
            try {
                HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                        .timeout(PATIENCE)
                        .build();
                pool.learn(Json.read(http.send(request, BodyHandlers.ofString()).body(), JsonNode.class));
            } catch (IOException e) {
                throw new IllegalStateException(server + " did not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        private AnswerRule.Answer exchange(Request request) throws InterruptedException {
            String body = request.body();
            BodyPublisher content =
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8);
            HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(
                            server.resolve("/").toString() + request.address().substring(1)))
                    .timeout(PATIENCE)
                    .method(request.operation().method(), content);
            request.headers().forEach(sent::header);
            long began = System.nanoTime();
            HttpResponse<String> answer;
            try {
                answer = http.send(sent.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                return new AnswerRule.Answer(0, "", String.valueOf(e), 0);
            }
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
            return new AnswerRule.Answer(answer.statusCode(), type, answer.body(), millis);
        }

        private void judge(Request request, AnswerRule.Answer answer) {
            statuses.computeIfAbsent(String.valueOf(answer.status()), absent -> new LongAdder())
                    .increment();
            rule.fault(request.operation(), answer).ifPresent(fault -> {
                String kind = request.operation().name() + " " + answer.status() + " " + fault.length();
                faults.putIfAbsent(kind, request + "\n  " + fault);
            });
            if (answer.status() < 300 && answer.type().equals("application/json")) {
                pool.learn(Json.read(answer.body(), JsonNode.class));
            }
        }
    }
}
