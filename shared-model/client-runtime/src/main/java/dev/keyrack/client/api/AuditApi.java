package dev.keyrack.client.api;

import dev.keyrack.client.api.ServerCalls.Request;
import dev.keyrack.contract.audit.Alert;
import dev.keyrack.contract.audit.AuditPage;
import jakarta.ws.rs.client.WebTarget;
import java.util.List;
import java.util.Map;

/// Who did what, for managers.
public final class AuditApi {

    private final ServerCalls calls;

    AuditApi(ServerCalls calls) {
        this.calls = calls;
    }

    /// @param criteria query parameters, such as `from`, `action` and `before`
    public ApiOutcome<AuditPage> list(Map<String, String> criteria) {
        return calls.send(with(calls.at("audit"), criteria), Request.get(), AuditPage.class);
    }

    /// The same as a file of comma-separated values.
    public ApiOutcome<byte[]> export(Map<String, String> criteria) {
        return calls.send(with(calls.at("audit.csv"), criteria), Request.get(), byte[].class);
    }

    /// What looked like an attack, the newest first.
    public ApiOutcome<List<Alert>> listAlerts() {
        return calls.send(calls.at("alerts"), Request.get(), Alert[].class).map(List::of);
    }

    private static WebTarget with(WebTarget target, Map<String, String> criteria) {
        WebTarget asked = target;
        for (Map.Entry<String, String> each : criteria.entrySet()) {
            asked = asked.queryParam(each.getKey(), each.getValue());
        }
        return asked;
    }
}
