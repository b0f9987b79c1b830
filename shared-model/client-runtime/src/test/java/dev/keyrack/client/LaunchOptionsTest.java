package dev.keyrack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {

    @Test
    void readsBothWaysOfWritingAnOption() {
        assertThat(LaunchOptions.of(List.of("--server", "https://desk.example/", "--language=de", "--folder=copy")))
                .isEqualTo(new LaunchOptions(
                        URI.create("https://desk.example/"),
                        null,
                        Locale.GERMAN,
                        Path.of("copy"),
                        ClientRuntime.DEFAULT_TERMINAL));
    }

    @Test
    void callsTheLocalServerUnlessToldOtherwise() {
        assertThat(LaunchOptions.of(List.of()).server()).isEqualTo(ClientRuntime.DEFAULT_SERVER);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchOptions.of(List.of("--sevrer", "https://desk.example/")))
                .withMessageContaining("--sevrer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchOptions.of(List.of("--server")))
                .withMessageContaining("missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchOptions.of(List.of("--server", "http://desk.example/")))
                .withMessageContaining("https");
    }
}
