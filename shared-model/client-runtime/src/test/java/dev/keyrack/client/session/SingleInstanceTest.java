package dev.keyrack.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void bringsTheFirstProgramToTheFrontWhenASecondStarts() throws Exception {
        CountDownLatch raised = new CountDownLatch(1);
        try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
            first.onRaise(raised::countDown);

            assertThat(SingleInstance.claim(folder)).isEmpty();
            assertThat(raised.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void givesTheFolderToTheNextOnceTheFirstHasEnded() {
        SingleInstance.claim(folder).orElseThrow().close();

        SingleInstance.claim(folder).orElseThrow().close();
    }
}
