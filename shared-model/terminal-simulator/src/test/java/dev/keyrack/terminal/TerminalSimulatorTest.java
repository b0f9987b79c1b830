package dev.keyrack.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.terminal.LocalTerminal;
import dev.keyrack.client.terminal.TerminalOutcome;
import dev.keyrack.client.terminal.TerminalPayment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalSimulatorTest {

    private static final TerminalPayment PAYMENT =
            new TerminalPayment("p1", new BigDecimal("120.00"), CurrencyUnit.EUR);

    @TempDir
    private Path folder;

    private TerminalSimulator simulator;
    private LocalTerminal terminal;

    @SuppressWarnings("NullAway.Init")
    TerminalSimulatorTest() {}

    @BeforeEach
    void plugIn() throws IOException {
        simulator = new TerminalSimulator(folder.resolve("journal"), 0);
        terminal = new LocalTerminal(simulator.address());
    }

    @AfterEach
    void unplug() {
        terminal.close();
        simulator.close();
    }

    @Test
    void takesMoneyOnceForOnePaymentHoweverOftenItIsAsked() {
        simulator.gesture(Gesture.APPROVE);
        assertThat(terminal.pay(PAYMENT)).isInstanceOf(TerminalOutcome.Approved.class);
        assertThat(terminal.pay(PAYMENT)).isInstanceOf(TerminalOutcome.Approved.class);
        assertThat(simulator.listApproved()).containsExactly("p1");
    }

    @Test
    void knowsAfterADroppedLineAndAPowerCycleThatItApproved() throws IOException {
        simulator.gesture(Gesture.DROP);
        assertThat(terminal.pay(PAYMENT)).isInstanceOf(TerminalOutcome.Unknown.class);
        unplug();
        plugIn();
        assertThat(terminal.ask("p1")).isInstanceOf(TerminalOutcome.Approved.class);
    }

    @Test
    void isCertainOfWhatItNeverSaw() {
        simulator.gesture(Gesture.DROP_BEFORE);
        assertThat(terminal.pay(PAYMENT)).isInstanceOf(TerminalOutcome.Unknown.class);
        assertThat(terminal.ask("p1")).isEqualTo(new TerminalOutcome.Unseen());
    }

    @Test
    void givesBackOnceWhatItApproved() {
        simulator.gesture(Gesture.APPROVE);
        terminal.pay(PAYMENT);
        assertThat(terminal.reverse("p1")).isEqualTo(new TerminalOutcome.Reversed());
        assertThat(terminal.reverse("p1")).isEqualTo(new TerminalOutcome.Reversed());
        assertThat(simulator.listApproved()).isEmpty();
    }

    @Test
    void saysNoToACardWithoutMoneyAndToAGuestWhoCancels() {
        simulator.gesture(Gesture.DECLINE);
        assertThat(terminal.pay(PAYMENT)).isEqualTo(new TerminalOutcome.Declined("insufficient_funds"));
        simulator.gesture(Gesture.CANCEL);
        assertThat(terminal.pay(new TerminalPayment("p2", BigDecimal.ONE, CurrencyUnit.EUR)))
                .isEqualTo(new TerminalOutcome.Cancelled());
    }
}
