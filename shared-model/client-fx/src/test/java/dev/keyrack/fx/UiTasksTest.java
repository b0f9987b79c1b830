package dev.keyrack.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UiTasksTest {

    private final List<String> heard = new ArrayList<>();

    @Test
    void handsOverTheResult() {
        UiTasks.onCaller().run(() -> "done").onDone(heard::add).onFailed(e -> heard.add("failed"));
        assertThat(heard).containsExactly("done");
    }

    @Test
    void handsOverTheFailure() {
        UiTasks.onCaller()
                .<String>run(() -> {
                    throw new IOException("unplugged");
                })
                .onDone(heard::add)
                .onFailed(e -> heard.add(String.valueOf(e.getMessage())));
        assertThat(heard).containsExactly("unplugged");
    }

    @Test
    void doesNothingBeforeBothEndsAreKnown() {
        var half = UiTasks.onCaller()
                .run(() -> {
                    heard.add("worked");
                    return "done";
                })
                .onDone(heard::add);
        assertThat(heard).isEmpty();
        half.onFailed(e -> heard.add("failed"));
        assertThat(heard).containsExactly("worked", "done");
    }
}
