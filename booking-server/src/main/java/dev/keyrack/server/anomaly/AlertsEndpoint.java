package dev.keyrack.server.anomaly;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// Alerts over HTTP: the newest 200 of the caller's site and of all sites.
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class AlertsEndpoint {

    private final AnomalyService anomalies;

    public AlertsEndpoint(AnomalyService anomalies) {
        this.anomalies = anomalies;
    }

    @GET
    @Allowed(Action.READ_ALERTS)
    public List<Alert> list(@Context ContainerRequestContext context) {
        return anomalies.list(Caller.of(context));
    }
}
