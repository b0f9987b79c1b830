package dev.keyrack.kiosk;

import javafx.application.Application;

/// Starts the kiosk program; apart from [KioskApp], because the JVM refuses to start an `Application` from the class
/// path.
public final class KioskMain {

    private KioskMain() {}

    public static void main(String[] arguments) {
        Application.launch(KioskApp.class, arguments);
    }
}
