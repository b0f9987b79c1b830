package dev.keyrack.desktop.board;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.desktop.change.ChangeController;
import dev.keyrack.desktop.change.ChangeViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// `./keyrack bench board`: a house of 500 units and a year of stays, opened and then scrolled in all directions
/// through the real screen and a real copy. Prints one JSON line. The board is opened three ways: first in a program
/// that was just started and in which nobody did anything but take ten seconds to sign in (`coldPaintMs`), then in a
/// warm one with a copy of which nothing was read (`firstPaintMs`), and with one that is in memory (`paintAgainMs`).
/// A frame's time is that between two frames on the screen, so that painting, drawing and everything else that holds
/// a frame up is in it.
public final class BoardBench {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int UNITS = 500;
    private static final int DAYS = 365;
    private static final int OPENINGS = 11;
    private static final int REST = 60;
    private static final int SIGN_IN = 600;
    private static final int WARM_UP = 120;
    private static final int FRAMES = 1200;
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final double SPEED = 24;

    private static final double MILLION = 1e6;

    private final Messages messages;

    public BoardBench(Messages messages) {
        this.messages = messages;
    }

    /// Fills a house, opens it on the stage, and ends the program when it is done.
    public void run(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("keyrack-bench");
        int stays = new BenchHouse(FIRST, UNITS, DAYS).fill(folder);
        Clock clock = Clock.fixed(FIRST.plusDays(30).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        var runtime = new ClientRuntime(
                LaunchOptions.of(List.of("--server=http://127.0.0.1:1/", "--folder=" + folder)), clock);
        UiTasks tasks = UiTasks.onScreen();
        var changes = new ChangeViewModel(runtime, tasks, messages);
        var model = new BoardViewModel(runtime, tasks, messages, clock, _ -> {}, _ -> {}, changes);
        var store = LocalStore.open(folder);
        Supplier<SiteCopy> copies = () -> new SiteCopy(BenchHouse.SITE, store, clock, "", () -> {});
        var loader = new ViewLoader(messages);
        var controller = new BoardController(model, messages, loader.load(new ChangeController(changes)));
        var scene = new Scene(loader.load(controller), WIDTH, HEIGHT);
        Theme.LIGHT.wear(scene);
        stage.setScene(scene);
        stage.show();
        model.rehearse();
        new Run(model, (PlanningBoard) scene.lookup("#board"), copies, stays).start();
    }

    /// Scrolls by the frame, and ends the program with a line about it.
    private static final class Run extends AnimationTimer {

        private final BoardViewModel model;
        private final PlanningBoard board;
        private final Supplier<SiteCopy> copies;
        private final int stays;
        private final long[] frames = new long[FRAMES];
        private SiteCopy copy;
        private long opened;
        private long last;
        private final List<Double> paints = new ArrayList<>();
        private int rest = SIGN_IN;
        private int frame = -WARM_UP;

        Run(BoardViewModel model, PlanningBoard board, Supplier<SiteCopy> copies, int stays) {
            this.model = model;
            this.board = board;
            this.copies = copies;
            this.copy = copies.get();
            this.stays = stays;
        }

        @Override
        public void handle(long now) {
            if (paints.size() < 2 * OPENINGS) {
                open(now);
            } else if (frame < FRAMES) {
                if (frame >= 0) {
                    frames[frame] = now - last;
                }
                last = now;
                frame++;
                scroll();
            } else {
                stop();
                report();
            }
        }

        /// Opens the board again and again; it is painted once the frame after the one with its lines begins. Rests
        /// when what lies beside the days in view was read too.
        private void open(long now) {
            boolean there = !board.plan().rows().isEmpty();
            int today = Math.toIntExact(model.today().toEpochDay());
            if (rest > 0) {
                rest -= paints.isEmpty()
                                || board.plan().covers(today - BoardViewModel.SPARE, today + BoardViewModel.SPARE)
                        ? 1
                        : 0;
            } else if (opened == 0) {
                opened = now;
                if (paints.size() < OPENINGS) {
                    copy = copies.get();
                }
                model.open(copy);
            } else if (there && last == 0) {
                last = now;
            } else if (there) {
                paints.add((now - opened) / MILLION);
                opened = 0;
                last = 0;
                rest = REST;
                if (paints.size() == OPENINGS) {
                    copy.list();
                }
            }
        }

        /// Down, to the right, up and to the left, faster than a hand does it.
        private void scroll() {
            int leg = Math.floorMod(frame, FRAMES) * 4 / FRAMES;
            double right = leg == 1 ? SPEED : leg == 3 ? -SPEED : 0;
            double down = leg == 0 ? SPEED : leg == 2 ? -SPEED : 0;
            board.scrollBy(right, down);
        }

        private static double middle(List<Double> times) {
            return times.stream().sorted().toList().get(times.size() / 2);
        }

        private void report() {
            long[] sorted = frames.clone();
            Arrays.sort(sorted);
            double whole = Arrays.stream(frames).sum() / MILLION;
            System.out.printf(
                    Locale.ROOT,
                    "{\"bench\":\"board\",\"units\":%d,\"days\":%d,\"stays\":%d,\"width\":%.0f,\"height\":%.0f,"
                            + "\"coldPaintMs\":%.1f,\"firstPaintMs\":%.1f,\"paintAgainMs\":%.1f,"
                            + "\"frames\":%d,\"framesPerSecond\":%.1f,\"p50Ms\":%.2f,"
                            + "\"p99Ms\":%.2f,\"worstMs\":%.2f,\"cores\":%d,\"java\":\"%s\",\"system\":\"%s\"}%n",
                    UNITS,
                    DAYS,
                    stays,
                    board.getWidth(),
                    board.getHeight(),
                    paints.getFirst(),
                    middle(paints.subList(1, OPENINGS)),
                    middle(paints.subList(OPENINGS, 2 * OPENINGS)),
                    FRAMES,
                    FRAMES * 1000 / whole,
                    sorted[FRAMES / 2] / MILLION,
                    sorted[FRAMES * 99 / 100] / MILLION,
                    sorted[FRAMES - 1] / MILLION,
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            Platform.exit();
        }
    }
}
