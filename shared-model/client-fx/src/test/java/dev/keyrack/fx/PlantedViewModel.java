package dev.keyrack.fx;

import javafx.scene.control.Label;

/// Planted: a view model that knows a widget.
final class PlantedViewModel {
    final Label label = new Label();
}
