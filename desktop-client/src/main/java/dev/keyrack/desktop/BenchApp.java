package dev.keyrack.desktop;

import dev.keyrack.desktop.board.BoardBench;
import dev.keyrack.fx.Messages;
import java.io.IOException;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;

/// The screen on which the desk's benchmarks run.
public final class BenchApp extends Application {

    @Override
    public void start(Stage stage) throws IOException {
        new BoardBench(Messages.of(DesktopApp.class, Locale.ENGLISH)).run(stage);
    }
}
