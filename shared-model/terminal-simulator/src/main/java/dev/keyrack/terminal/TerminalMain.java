package dev.keyrack.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.application.Application;

/// Starts the simulator: `--port N`, `--journal FILE` and, to run without a window, `--script WORD,WORD,...` with one
/// [Gesture] for each payment, the last one for all that follow.
public final class TerminalMain {

    private TerminalMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = 8090;
        Path journal = Path.of("terminal.journal");
        Deque<Gesture> script = new ArrayDeque<>();
        for (String argument : arguments) {
            String[] option = argument.split("=", 2);
            if (option.length < 2) {
                throw new IllegalArgumentException("a value is missing in " + argument);
            }
            switch (option[0]) {
                case "--port" -> port = Integer.parseInt(option[1]);
                case "--journal" -> journal = Path.of(option[1]);
                case "--script" -> List.of(option[1].split(",")).forEach(word -> script.add(Gesture.of(word)));
                default -> throw new IllegalArgumentException("unknown option " + option[0]);
            }
        }
        TerminalSimulator simulator = new TerminalSimulator(journal, port);
        if (script.isEmpty()) {
            TerminalApp.show(simulator);
            Application.launch(TerminalApp.class);
            simulator.close();
        } else {
            play(simulator, script);
        }
    }

    private static void play(TerminalSimulator simulator, Deque<Gesture> script) throws InterruptedException {
        while (true) {
            simulator.awaitPayment();
            simulator.gesture(script.size() > 1 ? script.remove() : script.element());
        }
    }
}
