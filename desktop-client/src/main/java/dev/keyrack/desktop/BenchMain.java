package dev.keyrack.desktop;

import javafx.application.Application;

/// Starts the desk's benchmarks; apart from [BenchApp], because the JVM refuses to start an `Application` from the
/// class path.
public final class BenchMain {

    private BenchMain() {}

    public static void main(String[] arguments) {
        Application.launch(BenchApp.class, arguments);
    }
}
