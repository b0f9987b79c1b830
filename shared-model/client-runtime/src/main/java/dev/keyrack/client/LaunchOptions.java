package dev.keyrack.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a person may say when starting a client: `--server URL`, `--language TAG`, `--folder PATH` for the
/// local copy and `--terminal URL` for the card terminal, also written with `=`.
public record LaunchOptions(URI server, Locale language, Path folder, URI terminal) {

    /// @throws IllegalArgumentException if an argument is unknown, has no value or a value that cannot be read
    public static LaunchOptions of(List<String> arguments) {
        var server = ClientRuntime.DEFAULT_SERVER;
        var language = Locale.getDefault();
        var folder = Path.of(System.getProperty("user.home"), ".keyrack");
        var terminal = ClientRuntime.DEFAULT_TERMINAL;
        var words = arguments.stream()
                .flatMap(argument -> List.of(argument.split("=", 2)).stream())
                .iterator();
        while (words.hasNext()) {
            var name = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException("a value is missing after " + name);
            }
            var value = words.next();
            switch (name) {
                case "--server" -> server = URI.create(value);
                case "--language" -> language = Locale.forLanguageTag(value);
                case "--terminal" -> terminal = URI.create(value);
                case "--folder" -> folder = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return new LaunchOptions(server, language, folder, terminal);
    }
}
