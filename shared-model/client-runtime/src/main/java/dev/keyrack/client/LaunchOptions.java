package dev.keyrack.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a person may say when starting a client: `--server URL`, `--certificate PIN` for the key that the
/// server is known by, `--language TAG`, `--folder PATH` for the local copy and `--terminal URL` for the card
/// terminal, also written with `=`.
///
/// @param pin as the server prints it, `sha256//...=`; null for the one that is kept, or the first that is seen
public record LaunchOptions(URI server, @Nullable String pin, Locale language, Path folder, URI terminal) {

    public LaunchOptions {
        if ("http".equals(server.getScheme()) && !isThisMachine(server.getHost())) {
            throw new IllegalArgumentException("a server on another machine is called by https, not " + server);
        }
    }

    private static boolean isThisMachine(@Nullable String host) {
        return host != null && host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    }

    /// @throws IllegalArgumentException if an argument is unknown, has no value or a value that cannot be read
    public static LaunchOptions of(List<String> arguments) {
        var server = ClientRuntime.DEFAULT_SERVER;
        String pin = null;
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
                case "--certificate" -> pin = value;
                case "--language" -> language = Locale.forLanguageTag(value);
                case "--terminal" -> terminal = URI.create(value);
                case "--folder" -> folder = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return new LaunchOptions(server, pin, language, folder, terminal);
    }
}
