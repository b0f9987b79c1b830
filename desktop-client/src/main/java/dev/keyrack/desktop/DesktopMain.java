package dev.keyrack.desktop;

import javafx.application.Application;

/// Starts the desktop program; apart from [DesktopApp], because the JVM refuses to start an `Application` from the
/// class path.
public final class DesktopMain {

    private DesktopMain() {}

    public static void main(String[] arguments) {
        Application.launch(DesktopApp.class, arguments);
    }
}
