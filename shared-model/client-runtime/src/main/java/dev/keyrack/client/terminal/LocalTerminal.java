package dev.keyrack.client.terminal;

import dev.keyrack.client.api.ClientJson;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;

/// A terminal in the local network that speaks JSON over HTTP: `POST payments`, `GET payments/ID`,
/// `DELETE payments/ID` to stop asking, `POST payments/ID/reversal`. No request is ever repeated unasked.
public final class LocalTerminal implements PaymentTerminal, AutoCloseable {

    private static final int CONNECT_SECONDS = 5;
    private static final int PAY_SECONDS = 120;

    private final Client http;
    private final WebTarget payments;

    public LocalTerminal(URI address) {
        http = ClientBuilder.newBuilder()
                .withConfig(new ClientConfig().connectorProvider(new Apache5ConnectorProvider()))
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(PAY_SECONDS, TimeUnit.SECONDS)
                .build();
        payments = http.target(address).path("payments");
    }

    @Override
    public TerminalOutcome pay(TerminalPayment payment) {
        return outcome(() -> payments.request().post(Entity.json(ClientJson.write(payment))));
    }

    @Override
    public TerminalOutcome ask(String paymentId) {
        return outcome(() -> payments.path(paymentId).request().get());
    }

    @Override
    public TerminalOutcome reverse(String paymentId) {
        return outcome(() -> payments.path(paymentId).path("reversal").request().post(Entity.json("{}")));
    }

    @Override
    public void abort(String paymentId) {
        outcome(() -> payments.path(paymentId).request().delete());
    }

    private static TerminalOutcome outcome(Supplier<Response> call) {
        try (Response response = call.get()) {
            String body = response.readEntity(String.class);
            return response.getStatus() == 200
                    ? ClientJson.read(body, TerminalOutcome.Wire.class).toOutcome()
                    : new TerminalOutcome.Unknown("status " + response.getStatus());
        } catch (ProcessingException | IllegalArgumentException e) {
            return new TerminalOutcome.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
