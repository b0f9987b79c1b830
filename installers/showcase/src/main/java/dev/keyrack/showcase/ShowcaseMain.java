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

    public static void main(String... arguments) throws IOException, InterruptedException {
        String told = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        Path home =
                Path.of(System.getProperty("keyrack.launcher")).toAbsolutePath().getParent();
        Path pictures = Files.createDirectories(home.resolve("target").resolve("demo"));
        System.exit(new Story(ClientJson.read(told, Story.Stage.class), pictures).play() ? 0 : 1);
    }
}
