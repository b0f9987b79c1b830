package dev.keyrack.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.desktop.sale.Receipts;
import dev.keyrack.desktop.sale.SaleViewModel;
import dev.keyrack.desktop.sale.Start;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import dev.keyrack.server.operation.HotelImport;
import dev.keyrack.server.sync.ChangeFeed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceIT {

    private static final int ROUNDS = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void sellsTheLastRoomOnceAndOffersTheLoserTheNearest() throws Exception {
        Clock clock = Clock.systemUTC();
        var server = new ServerAssembly(ServerConfig.onLoopback(folder.resolve("server"), 0, clock));
        try (var history = HotelImport.builtIn()) {
            var hotels = new HotelImport(server.database(), new ChangeFeed(), clock);
            hotels.run(history, HotelImport.Span.around(hotels.today(), 1), line -> {});
        }
        SignIn account = server.start().orElseThrow();
        try (server;
                var one = new Desk(server, folder.resolve("one"), account);
                var two = new Desk(server, folder.resolve("two"), account)) {
            Resource rare = one.rarest();
            for (int round = 0; round < ROUNDS; round++) {
                LocalDate day = LocalDate.now(clock).plusDays(60 + round);
                Start start = new Start(rare.id(), null, day, day.plusDays(1));
                one.sellAllButOne(start, rare.terms().capacity());
                var ready = new CountDownLatch(2);
                List<Thread> desks = List.of(race(one, start, ready), race(two, start, ready));
                for (Thread each : desks) {
                    each.join(Duration.ofSeconds(30));
                }
                assertThat(List.of(one.sold(), two.sold())).containsExactlyInAnyOrder(true, false);
                SaleViewModel loser = one.sold() ? two.model : one.model;
                assertThat(loser.stay().noticeProperty().get())
                        .isEqualTo("Sold out on these nights. Near to it is free:");
                assertThat(loser.stay().alternatives()).isNotEmpty();
            }
        }
    }

    private static Thread race(Desk desk, Start start, CountDownLatch ready) {
        return Thread.startVirtualThread(() -> {
            ready.countDown();
            try {
                ready.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            desk.sell(start);
        });
    }

    /// One desk without a screen.
    private static final class Desk implements AutoCloseable {

        private final ClientRuntime runtime;
        private final SaleViewModel model;
        private final SiteCopy copy;

        Desk(ServerAssembly server, Path folder, SignIn account) throws InterruptedException {
            runtime = new ClientRuntime(
                    LaunchOptions.of(List.of("--server=" + server.uri(), "--folder=" + folder)), Clock.systemUTC());
            runtime.start();
            var entered = (SignInOutcome.Online) runtime.signIn(account);
            Site site = entered.sites().getFirst();
            copy = runtime.openSite(site);
            Instant patience = Instant.now().plusSeconds(30);
            while (copy.listResources().isEmpty() && Instant.now().isBefore(patience)) {
                Thread.sleep(50);
            }
            model = new SaleViewModel(
                    runtime,
                    UiTasks.onCaller(),
                    Samples.ENGLISH,
                    Clock.systemUTC(),
                    new SaleViewModel.Ways(() -> {}, _ -> {}, new Receipts(runtime, folder, _ -> {})));
            model.open(site);
        }

        Resource rarest() {
            return copy.listResources().stream()
                    .filter(each -> each.grain() == Grain.NIGHT && each.terms().capacity() > 0)
                    .min((a, b) ->
                            Integer.compare(a.terms().capacity(), b.terms().capacity()))
                    .orElseThrow();
        }

        void sellAllButOne(Start start, int capacity) {
            List<Boolean> sold = new ArrayList<>();
            for (int i = 1; i < capacity; i++) {
                sell(start);
                sold.add(sold());
            }
            assertThat(sold).doesNotContain(false);
        }

        void sell(Start start) {
            model.begin(start);
            model.guest().lastNameProperty().set("Reis");
            model.guest().firstNameProperty().set("Ana");
            model.payInCash();
        }

        boolean sold() {
            return model.resultProperty().get() != null;
        }

        @Override
        public void close() {
            runtime.stop();
        }
    }
}
