package dev.keyrack.server.privacy;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.privacy.AccountExport;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.server.notice.ReceiptDocument;
import dev.keyrack.server.notice.Template;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// All that is kept of an account as PDF, A4, in English or German.
public final class ExportDocument {

    private static final String TEXTS = "dev.keyrack.server.privacy.export";
    private static final Template PAGE = Template.load("/dev/keyrack/server/privacy/export.xhtml");
    private static final Template HEAD = Template.ofMarkup("<h2>{{title}}</h2>\n");
    private static final Template NONE = Template.ofMarkup("<p class=\"grey\">{{text}}</p>\n");
    private static final Template PART = Template.ofMarkup("<table class=\"facts\">\n{{{facts}}}</table>\n");
    private static final Template FACT =
            Template.ofMarkup("<tr><td class=\"label\">{{name}}</td><td>{{value}}</td></tr>\n");

    private final ReceiptDocument printer;

    /// @param printer turns pages into PDF
    public ExportDocument(ReceiptDocument printer) {
        this.printer = printer;
    }

    byte[] render(AccountExport export) {
        return printer.print(new Text(export.profile().preferences().language()).page(export), export.exportedAt());
    }

    static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                TEXTS,
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The document's words in one language.
    private static final class Text {

        private final Locale locale;
        private final ResourceBundle words;
        private final DateTimeFormatter times;

        Text(String language) {
            locale = language.equals("de") ? Locale.GERMANY : Locale.UK;
            words = texts(language);
            times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .withZone(ZoneOffset.UTC);
        }

        String page(AccountExport export) {
            String body = section("account", List.of(account(export)))
                    + section(
                            "consents",
                            export.consents().accepted().stream()
                                    .map(consent ->
                                            facts("version", consent.version(), "accepted", time(consent.acceptedAt())))
                                    .toList())
                    + section(
                            "sessions",
                            export.sessions().stream().map(this::session).toList())
                    + section(
                            "bookings",
                            export.bookings().stream().map(this::booking).toList())
                    + section(
                            "notices",
                            export.notices().stream().map(this::notice).toList())
                    + section("acts", export.acts().stream().map(this::act).toList());
            return PAGE.fill(Map.of(
                    "lang",
                    locale.getLanguage(),
                    "title",
                    words.getString("title"),
                    "name",
                    Template.line(nameOf(export.profile().userDetails())),
                    "when",
                    words.getString("exported") + " " + time(export.exportedAt()),
                    "lead",
                    words.getString("lead"),
                    "footer",
                    words.getString("footer"),
                    "body",
                    body));
        }

        private String section(String name, List<Map<String, String>> parts) {
            String head = HEAD.fill(Map.of("title", words.getString(name)));
            return parts.isEmpty()
                    ? head + NONE.fill(Map.of("text", words.getString("nothing")))
                    : head + parts.stream().map(Text::part).collect(Collectors.joining());
        }

        private static String part(Map<String, String> facts) {
            return PART.fill(Map.of(
                    "facts",
                    facts.entrySet().stream()
                            .map(fact ->
                                    FACT.fill(Map.of("name", fact.getKey(), "value", Template.line(fact.getValue()))))
                            .collect(Collectors.joining())));
        }

        /// @param namesAndValues keys of words, each with its value; one without a value is left out
        private Map<String, String> facts(@Nullable Object... namesAndValues) {
            Map<String, String> facts = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                Object value = namesAndValues[i + 1];
                if (value != null) {
                    facts.put(words.getString(String.valueOf(namesAndValues[i])), value.toString());
                }
            }
            return facts;
        }

        private @Nullable String time(@Nullable Instant at) {
            return at == null ? null : times.format(at) + " UTC";
        }

        private static String nameOf(UserDetails person) {
            return person.firstName() + " " + person.lastName();
        }

        private String yesOrNo(boolean yes) {
            return words.getString(yes ? "yes" : "no");
        }

        private String word(Enum<?> constant) {
            return words.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
        }

        private static String money(BigDecimal amount, CurrencyUnit currency) {
            return currency.getCode() + " " + amount.toPlainString();
        }

        private Map<String, String> account(AccountExport export) {
            Profile profile = export.profile();
            return facts(
                    "signin",
                    profile.name(),
                    "person",
                    nameOf(profile.userDetails()),
                    "phone",
                    profile.userDetails().phone(),
                    "role",
                    word(profile.role()),
                    "language",
                    words.getString("language." + profile.preferences().language()),
                    "wanted",
                    yesOrNo(profile.preferences().notices()),
                    "created",
                    time(export.accountCreatedAt()),
                    "confirmed",
                    time(export.emailConfirmedAt()),
                    "factor",
                    yesOrNo(profile.secondFactor()),
                    "id",
                    profile.userId());
        }

        private Map<String, String> session(AccountExport.KeptSession session) {
            return facts(
                    "client",
                    session.client(),
                    "program",
                    session.program(),
                    "created",
                    time(session.createdAt()),
                    "proved",
                    time(session.provedAt()),
                    "used",
                    time(session.lastUsedAt()),
                    "ended",
                    time(session.endedAt()));
        }

        private Map<String, String> booking(AccountExport.KeptBooking kept) {
            Booking booking = kept.booking();
            UserDetails person = booking.userDetails();
            Map<String, String> facts = facts(
                    "code",
                    booking.confirmationCode(),
                    "booked",
                    booking.quantity().count() + " × " + booking.resourceName(),
                    "unit",
                    unitsOf(booking),
                    "from",
                    booking.startDate(),
                    "until",
                    booking.endDate(),
                    "early",
                    kept.bookedEndDate(),
                    "guests",
                    booking.guests(),
                    "status",
                    word(booking.status()),
                    "person",
                    nameOf(person),
                    "mail",
                    person.email(),
                    "phone",
                    person.phone(),
                    "notes",
                    booking.notes());
            facts.putAll(money(kept));
            return facts;
        }

        private Map<String, String> money(AccountExport.KeptBooking kept) {
            Booking booking = kept.booking();
            return facts(
                    "price",
                    money(booking.totalPrice(), booking.currency()),
                    "lines",
                    booking.priceLines().stream()
                            .map(line -> toText(line, booking.currency()))
                            .collect(Collectors.joining("; ")),
                    "paid",
                    word(booking.paymentStatus()),
                    "payments",
                    kept.payments().isEmpty()
                            ? null
                            : kept.payments().stream().map(this::payment).collect(Collectors.joining("; ")),
                    "reason",
                    kept.cancelReason(),
                    "cancelled",
                    time(kept.cancelledAt()),
                    "refunded",
                    kept.refundAmount().signum() == 0 ? null : money(kept.refundAmount(), booking.currency()),
                    "created",
                    time(booking.createdAt()),
                    "changed",
                    time(booking.updatedAt()),
                    "id",
                    booking.bookingId());
        }

        private static @Nullable String unitsOf(Booking booking) {
            return booking.units().isEmpty()
                    ? booking.unitName()
                    : booking.units().stream()
                            .map(UnitNights::unitName)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", "));
        }

        private static String toText(PriceLine line, CurrencyUnit currency) {
            return line.text() + " " + money(line.amount(), currency);
        }

        private String payment(AccountExport.KeptPayment kept) {
            Payment payment = kept.payment();
            String back = payment.refundedAmount().signum() == 0
                    ? ""
                    : ", " + words.getString("refunded") + " " + money(payment.refundedAmount(), payment.currency());
            return time(payment.createdAt()) + ", " + word(payment.method()) + ", "
                    + money(payment.amount(), payment.currency()) + ", " + word(payment.state()) + back
                    + (kept.declineCode() == null ? "" : ", " + kept.declineCode());
        }

        private Map<String, String> notice(AccountExport.KeptNotice notice) {
            return facts(
                    "kind",
                    words.getString("notice." + notice.kind()),
                    "of",
                    notice.bookingId(),
                    "written",
                    time(notice.writtenAt()),
                    "sent",
                    time(notice.sentAt()));
        }

        private Map<String, String> act(AccountExport.KeptAct act) {
            return facts(
                    "at",
                    time(act.at()),
                    "action",
                    act.action(),
                    "of",
                    act.subjectId(),
                    "detail",
                    act.detail().isEmpty() ? null : act.detail(),
                    "before",
                    act.before(),
                    "after",
                    act.after());
        }
    }
}
