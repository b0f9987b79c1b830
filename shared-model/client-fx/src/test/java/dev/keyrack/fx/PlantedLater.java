package dev.keyrack.fx;

import javafx.application.Platform;

/// Planted: a screen that minds its own thread.
final class PlantedLater {
    void later() {
        Platform.runLater(() -> {});
    }
}
