package dev.keyrack.desktop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofViewModelTest {

    private static final ApiOutcome<String> TOO_OLD =
            new ApiOutcome.Refused<>(Problem.of(ProblemType.SIGN_IN_TOO_OLD, "too old"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Object> heard = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private ProofViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        model = new ProofViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    private void call(ApiOutcome<String> outcome) {
        model.run(() -> outcome).onDone(heard::add).onFailed(heard::add);
    }

    @Test
    void asksNothingWhereTheSignInIsYoung() {
        ApiOutcome<String> done = new ApiOutcome.Answered<>("done");
        call(done);
        assertThat(heard).containsExactly(done);
        assertThat(model.shownProperty().get()).isFalse();
    }

    @Test
    void tellsOfWorkThatFailed() {
        Exception failure = new Exception("broken");
        model.<String>run(() -> {
                    throw failure;
                })
                .onDone(heard::add)
                .onFailed(heard::add);
        assertThat(heard).containsExactly(failure);
    }

    @Test
    void holdsTheCallBackWhereTheSignInIsOld() {
        call(TOO_OLD);
        assertThat(model.shownProperty().get()).isTrue();
        assertThat(model.proofAllowed().get()).isFalse();
        assertThat(heard).isEmpty();
    }

    @Test
    void saysThatItWasNotDoneToWhoeverGivesNoProof() {
        call(TOO_OLD);
        call(TOO_OLD);
        model.passwordProperty().set("secret");
        model.cancel();
        assertThat(heard).containsExactly(TOO_OLD, TOO_OLD);
        assertThat(model.shownProperty().get()).isFalse();
        assertThat(model.passwordProperty().get()).isEmpty();
        model.cancel();
        assertThat(heard).hasSize(2);
    }

    @Test
    void keepsWhatWasTypedWhileTheServerIsSilent() {
        call(TOO_OLD);
        model.passwordProperty().set("secret");
        model.prove();
        assertThat(model.passwordFaultProperty().get()).startsWith("The server does not answer");
        assertThat(model.passwordProperty().get()).isEqualTo("secret");
        assertThat(model.shownProperty().get()).isTrue();
        assertThat(heard).isEmpty();
        model.passwordProperty().set("another");
        assertThat(model.passwordFaultProperty().get()).isEmpty();
    }
}
