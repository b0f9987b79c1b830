package dev.keyrack.showcase;

import dev.keyrack.client.api.ClientJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `keyrack showcase`: plays the [Story] on a server that runs. What it needs to know comes on its standard input as a
/// [Story.Stage].
public final class ShowcaseMain {

    private ShowcaseMain() {}

    public static void main(String... arguments) throws IOException {
        String told = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        Path launcher = Path.of(System.getProperty("keyrack.launcher"));
        Path pictures =
                Files.createDirectories(launcher.resolveSibling("target").resolve("demo"));
        System.exit(new Story(ClientJson.read(told, Story.Stage.class), pictures).play() ? 0 : 1);
    }
}
