package dev.keyrack.fx.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.fx.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks a program's texts: every language says the same things, and what is said is what the screens ask for.
public final class MessagesCheck {

    private static final Pattern PLACE = Pattern.compile("\\{\\d+(,[a-z]+)?");
    private static final Pattern KEY_IN_FXML = Pattern.compile("\"%([a-z][A-Za-z0-9.]*)\"");
    private static final Pattern KEY_IN_JAVA = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:\\.[a-z][A-Za-z0-9]*){2,})\"");

    private MessagesCheck() {}

    /// Fails on a key or a placeholder that one language has and another has not, and on an empty text.
    public static void requireSameInEveryLanguage(Class<?> neighbour) {
        var english = places(neighbour, "messages.properties");
        for (Locale language : Messages.LANGUAGES) {
            if (!language.equals(Locale.ENGLISH)) {
                var file = "messages_" + language.getLanguage() + ".properties";
                assertThat(places(neighbour, file)).as(file).isEqualTo(english);
            }
        }
    }

    /// Fails on a key that FXML or Java asks for and the texts lack, and on a text that nobody asks for.
    public static void requireAskedFor(Class<?> neighbour) {
        assertThat(askedFor(Path.of("src/main")))
                .as("keys in FXML and Java against messages.properties")
                .isEqualTo(places(neighbour, "messages.properties").keySet());
    }

    static Map<String, Set<String>> places(Class<?> neighbour, String file) {
        var texts = new Properties();
        try (var in = Objects.requireNonNull(neighbour.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, key -> placesOf(key, texts.getProperty(key))));
    }

    private static Set<String> placesOf(String key, String text) {
        assertThat(text).as(key).isNotBlank();
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> askedFor(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> switch (extension(file)) {
                        case "fxml" -> KEY_IN_FXML.matcher(read(file)).results();
                        case "java" -> KEY_IN_JAVA.matcher(read(file)).results();
                        default -> Stream.<MatchResult>empty();
                    })
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String extension(Path file) {
        var name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
