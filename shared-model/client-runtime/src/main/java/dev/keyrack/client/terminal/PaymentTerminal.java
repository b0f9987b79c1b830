package dev.keyrack.client.terminal;

import dev.keyrack.contract.Port;

/// A card terminal. It keeps a journal by payment id, so that the same payment asked for twice moves money once.
@Port("a device on the counter, or the simulator of one")
public interface PaymentTerminal {

    /// Asks the guest for a card, and waits until that has ended.
    TerminalOutcome pay(TerminalPayment payment);

    /// What became of a payment.
    TerminalOutcome ask(String paymentId);

    /// Gives an approved payment back.
    TerminalOutcome reverse(String paymentId);

    /// Stops asking for a card, and refuses the payment should it arrive only now; one that is already approved stays
    /// so.
    void abort(String paymentId);
}
