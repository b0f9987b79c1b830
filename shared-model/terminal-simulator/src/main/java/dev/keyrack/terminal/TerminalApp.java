package dev.keyrack.terminal;

import dev.keyrack.client.terminal.TerminalPayment;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The face of the simulator: the amount, and a key for each [Gesture].
public final class TerminalApp extends Application {

    private static @Nullable TerminalSimulator shown;

    private final Label amount = new Label();
    private final VBox keys = new VBox(8);

    static void show(TerminalSimulator simulator) {
        shown = simulator;
    }

    @Override
    public void start(Stage stage) {
        TerminalSimulator simulator = Objects.requireNonNull(shown);
        amount.setFont(Font.font(28));
        for (Gesture gesture : Gesture.values()) {
            Button key = new Button(title(gesture));
            key.setMaxWidth(Double.MAX_VALUE);
            key.setOnAction(_ -> {
                idle();
                simulator.gesture(gesture);
            });
            keys.getChildren().add(key);
        }
        idle();
        VBox face = new VBox(16, new Label("Card terminal, simulated"), amount, keys);
        face.setAlignment(Pos.CENTER);
        face.setPadding(new Insets(24));
        stage.setTitle("Card terminal");
        stage.setScene(new Scene(face, 280, 420));
        stage.show();
        Thread.ofVirtual().name("terminal-face").start(() -> follow(simulator));
    }

    private static String title(Gesture gesture) {
        return switch (gesture) {
            case APPROVE -> "Tap a good card";
            case SLOW -> "Insert a good card, slowly";
            case DECLINE -> "Tap a card without money";
            case CANCEL -> "Cancel";
            case BUSY -> "Be busy";
            case DROP -> "Approve, then lose the line";
            case DROP_BEFORE -> "Lose the line first";
        };
    }

    private void idle() {
        amount.setText("Ready");
        keys.setDisable(true);
    }

    private void follow(TerminalSimulator simulator) {
        try {
            while (true) {
                TerminalPayment payment = simulator.awaitPayment();
                Platform.runLater(() -> {
                    amount.setText(payment.amount().toPlainString() + " " + payment.currency());
                    keys.setDisable(false);
                });
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
