package dev.keyrack.server.payment;

import dev.keyrack.contract.Port;
import org.joda.money.Money;

/// The payment service outside. Every call carries the operation's id, under which the gateway does it at most once;
/// the same id again gives the same answer.
///
/// A call that gets no answer gives Unknown or throws, both within 20 seconds: after 30 the job asks what became of it.
@Port("the payment service outside")
public interface PaymentGateway {

    /// Reserves an amount on what the token stands for.
    GatewayOutcome authorise(String operationId, String token, Money amount);

    /// What became of an operation: Approved, Declined, NotFound, or Unknown while the gateway cannot say.
    GatewayOutcome lookup(String operationId);

    GatewayOutcome capture(String operationId, String reference, Money amount);

    /// Lets go of what was reserved.
    GatewayOutcome release(String operationId, String reference, Money amount);

    GatewayOutcome refund(String operationId, String reference, Money amount);
}
