package dev.keyrack.desktop.admin.audit;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.contract.audit.AuditRecord;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.desktop.admin.RoleText;
import dev.keyrack.fx.Messages;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the record says, in the reader's language. What this program does not know is shown as the server calls it.
///
/// @param siteName names a site by its identifier
record AuditWords(Messages messages, UnaryOperator<String> siteName) {

    private static final Set<String> STATUS =
            Set.of("requested", "confirmed", "declined", "cancelled", "checked_in", "completed", "no_show");

    private static final Pattern RIGHTS =
            Pattern.compile("(?<role>[A-Z_]+)(?: at (?<site>sit_[a-z0-9-]+))?(?<out>, not active)?");
    private static final Pattern COUNTED = Pattern.compile("(?<count>[0-9]{1,9}) [a-z]+");

    String kind(AuditKind kind) {
        return switch (kind) {
            case ALL -> messages.text("audit.kind.all");
            case SIGN_IN -> messages.text("audit.kind.session");
            case ACCESS -> messages.text("audit.kind.access");
            case ACCOUNT -> messages.text("audit.kind.account");
            case BOOKING -> messages.text("audit.kind.booking");
            case PAYMENT -> messages.text("audit.kind.payment");
            case RESOURCE -> messages.text("audit.kind.resource");
            case UNIT -> messages.text("audit.kind.unit");
            case DEVICE -> messages.text("audit.kind.device");
            case KEY -> messages.text("audit.kind.key");
            case ALERT -> messages.text("audit.kind.alert");
        };
    }

    String who(AuditRecord entry) {
        return switch (entry.actorId().value()) {
            case "usr_system" -> messages.text("audit.who.system");
            case "usr_anonymous" -> messages.text("audit.who.anonymous");
            case "usr_many" -> messages.text("audit.who.many");
            default -> entry.actorName().isEmpty() ? entry.actorId().value() : entry.actorName();
        };
    }

    String what(AuditRecord entry) {
        String action = entry.action();
        String text = switch (entry.action().split("\\.", 2)[0]) {
            case "booking", "payment" -> promised(action);
            case "device", "key", "program" -> program(action);
            default -> other(action);
        };
        return entry.times() == 1 ? text : messages.text("audit.what.times", text, entry.times());
    }

    /// What the server notes for itself is told by the action already.
    String detail(AuditRecord entry) {
        String detail = entry.detail();
        return switch (entry.action()) {
            case "booking.payment" -> payment(detail);
            case "alert.raised" -> alarm(detail);
            case "session.opened", "account.created" -> role(detail);
            case "staff.changed" -> rights(detail);
            case "device.changed" -> device(detail);
            case "device.enrolled" -> "";
            case "access.exported" -> counted("audit.detail.entries", detail);
            case "resource.images-changed" -> counted("audit.detail.pictures", detail);
            case "resource.changed", "resource.rates-changed", "resource.state-changed" -> "";
            default -> STATUS.contains(detail) ? "" : detail;
        };
    }

    /// A role stands alone, as the server names it.
    private String role(String detail) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(detail))
                .map(new RoleText(messages)::name)
                .findFirst()
                .orElse(detail);
    }

    /// Such as `MANAGER at sit_city, not active`.
    private String rights(String detail) {
        Matcher parts = RIGHTS.matcher(detail);
        if (!parts.matches()) {
            return detail;
        }
        String site = parts.group("site");
        String place = site == null ? messages.text("audit.detail.everywhere") : siteName.apply(site);
        String rights = messages.text("audit.detail.rights", role(parts.group("role")), place);
        return parts.group("out") == null ? rights : messages.text("audit.detail.out", rights);
    }

    private String device(String detail) {
        return switch (detail) {
            case "IN_SERVICE" -> messages.text("devices.state.service");
            case "RETIRED" -> messages.text("devices.state.retired");
            case "LOST" -> messages.text("devices.state.lost");
            default -> detail;
        };
    }

    /// A number stands before the word.
    private String counted(String key, String detail) {
        Matcher parts = COUNTED.matcher(detail);
        return parts.matches() ? messages.text(key, Integer.valueOf(parts.group("count"))) : detail;
    }

    private String payment(String detail) {
        return switch (detail) {
            case "paid" -> messages.text("audit.detail.paid");
            case "unpaid" -> messages.text("audit.detail.unpaid");
            case "authorised" -> messages.text("audit.detail.reserved");
            case "refunded" -> messages.text("audit.detail.refunded");
            case "partially_refunded" -> messages.text("audit.detail.partly");
            case "declined" -> messages.text("audit.detail.declined");
            default -> STATUS.contains(detail) ? "" : detail;
        };
    }

    /// What an alert is about stands before the comma.
    private String alarm(String detail) {
        return switch (detail.replaceAll(",.*", "")) {
            case "STUFFING" -> messages.text("audit.detail.stuffing");
            case "SCRAPING" -> messages.text("audit.detail.scraping");
            case "MASS_CANCELLATION" -> messages.text("audit.detail.cancellations");
            case "ODD_REFUNDS" -> messages.text("audit.detail.refunds");
            case "BROKEN_RECORD" -> messages.text("audit.detail.broken");
            default -> detail;
        };
    }

    private String promised(String action) {
        return switch (action) {
            case "booking.created" -> messages.text("audit.what.booked");
            case "booking.confirmed" -> messages.text("audit.what.confirmed");
            case "booking.declined" -> messages.text("audit.what.declined");
            case "booking.cancelled" -> messages.text("audit.what.cancelled");
            case "booking.changed" -> messages.text("audit.what.changed");
            case "booking.checked-in" -> messages.text("audit.what.arrived");
            case "booking.checked-out" -> messages.text("audit.what.departed");
            case "booking.no-show" -> messages.text("audit.what.noshow");
            case "booking.no-show-undone" -> messages.text("audit.what.noshow.undone");
            case "booking.check-in-undone" -> messages.text("audit.what.arrived.undone");
            case "booking.check-out-undone" -> messages.text("audit.what.departed.undone");
            case "booking.guest-merged" -> messages.text("audit.what.merged");
            case "booking.unit-swapped" -> messages.text("audit.what.swapped");
            case "booking.paid", "booking.payment", "booking.authorised" -> messages.text("audit.what.paid");
            case "payment.refunded" -> messages.text("audit.what.refunded");
            case "payment.refused", "booking.payment-declined" -> messages.text("audit.what.refused");
            default -> action;
        };
    }

    private String program(String action) {
        return switch (action) {
            case "device.code_made" -> messages.text("audit.what.kiosk.code");
            case "device.enrolled" -> messages.text("audit.what.kiosk.enrolled");
            case "device.changed" -> messages.text("audit.what.kiosk.changed");
            case "device.refused" -> messages.text("audit.what.kiosk.refused");
            case "device.allowed", "program.allowed" -> messages.text("audit.what.program");
            case "device.denied" -> messages.text("audit.what.program.denied");
            case "key.made" -> messages.text("audit.what.key");
            case "key.ended" -> messages.text("audit.what.key.ended");
            case "key.first_used" -> messages.text("audit.what.key.used");
            case "key.refused" -> messages.text("audit.what.key.refused");
            default -> action;
        };
    }

    private String other(String action) {
        return switch (action) {
            case "session.opened" -> messages.text("audit.what.signedin");
            case "session.refused" -> messages.text("audit.what.password");
            case "session.proved" -> messages.text("audit.what.proved");
            case "session.ended" -> messages.text("audit.what.signedout");
            case "session.reused" -> messages.text("audit.what.reused");
            case "access.denied" -> messages.text("audit.what.denied");
            case "access.not-found" -> messages.text("audit.what.absent");
            case "access.unauthenticated" -> messages.text("audit.what.token");
            case "access.history-read" -> messages.text("audit.what.history");
            case "access.exported" -> messages.text("audit.what.exported");
            case "account.created" -> messages.text("audit.what.account");
            case "account.changed", "address.confirmed" -> messages.text("audit.what.account.changed");
            case "password.changed" -> messages.text("audit.what.password.changed");
            case "password.reset_asked" -> messages.text("audit.what.password.asked");
            case "factor.added" -> messages.text("audit.what.factor");
            case "factor.removed" -> messages.text("audit.what.factor.removed");
            case "factor.recovered" -> messages.text("audit.what.factor.recovered");
            case "staff.changed" -> messages.text("audit.what.rights");
            case "site.created" -> messages.text("audit.what.site");
            case "resource.created" -> messages.text("audit.what.resource");
            case "resource.changed" -> messages.text("audit.what.terms");
            case "resource.rates-changed" -> messages.text("audit.what.rates");
            case "resource.state-changed" -> messages.text("audit.what.state");
            case "resource.images-changed" -> messages.text("audit.what.images");
            case "unit.created" -> messages.text("audit.what.unit");
            case "unit.changed" -> messages.text("audit.what.unit.changed");
            case "performance.planned" -> messages.text("audit.what.performance");
            case "alert.raised" -> messages.text("audit.what.alert");
            case "audit.broken" -> messages.text("audit.what.broken");
            default -> action;
        };
    }

    String alert(Alert alert, String time) {
        String subject = alert.subjectId().isEmpty() ? messages.text("audit.alert.everybody") : alert.subjectId();
        return switch (alert.kind()) {
            case STUFFING -> messages.text("audit.alert.stuffing", time, subject, alert.count());
            case SCRAPING -> messages.text("audit.alert.scraping", time, subject, alert.count());
            case MASS_CANCELLATION -> messages.text("audit.alert.cancellations", time, subject, alert.count());
            case ODD_REFUNDS -> messages.text("audit.alert.refunds", time, subject, alert.count());
            case BROKEN_RECORD -> messages.text("audit.alert.broken", time);
            case UNKNOWN -> messages.text("audit.alert.other", time, subject);
        };
    }
}
