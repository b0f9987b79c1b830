package dev.keyrack.server.privacy;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.server.identity.ConsentService;
import dev.keyrack.server.notice.Template;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The privacy notice and the terms as pages: plain HTML without scripts, in English and German.
public final class PolicyPages {

    static final String TYPE = "text/html;charset=utf-8";

    private static final String FOLDER = "/dev/keyrack/server/privacy/";
    private static final Template PAGE = Template.load(FOLDER + "page.html");
    private static final Template PLACE = Template.ofMarkup("<li>{{name}}, {{address}}</li>\n");
    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private final Map<String, Template> texts = new HashMap<>();
    private final Supplier<List<Site>> sites;
    private final RetentionConfig retention;

    /// @param sites who is responsible, by name and address
    public PolicyPages(Supplier<List<Site>> sites, RetentionConfig retention) {
        this.sites = sites;
        this.retention = retention;
        for (String language : LANGUAGES) {
            for (String text : List.of("privacy", "terms")) {
                texts.put(text + language, Template.load(FOLDER + text + "_" + language + ".html"));
            }
        }
    }

    /// A whole page.
    ///
    /// @param language `en` or `de`
    record Page(String language, String html) {}

    /// @param text `privacy` or `terms`
    /// @param wanted what the reader speaks, the best first
    Page page(String text, List<Locale> wanted) {
        String language = wanted.stream()
                .map(Locale::getLanguage)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("en");
        boolean german = language.equals("de");
        Template body = texts.get(text + language);
        if (body == null) {
            throw new IllegalArgumentException("no text " + text);
        }
        String title = text.equals("privacy")
                ? (german ? "Datenschutz" : "Privacy notice")
                : (german ? "Nutzungsbedingungen" : "Terms of use");
        String date = ConsentService.SINCE.format(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(german ? Locale.GERMANY : Locale.UK));
        Map<String, String> values = new HashMap<>();
        values.put("lang", language);
        values.put("title", title);
        values.put("version", ConsentService.VERSION);
        values.put("date", date);
        values.put("since", german ? "gilt seit" : "in force since");
        values.put("places", places());
        values.put("bookings", bookings(german));
        values.put("body", body.fill(values));
        return new Page(language, PAGE.fill(values));
    }

    private String places() {
        return sites.get().stream()
                .map(site -> PLACE.fill(Map.of("name", site.name(), "address", site.location())))
                .collect(Collectors.joining());
    }

    private String bookings(boolean german) {
        int days = retention.bookingDays();
        if (days == 0) {
            return german ? "bis Sie die Löschung verlangen" : "until you ask for erasure";
        }
        return german ? "bis " + days + " Tage nach der Abreise" : "until " + days + " days after the departure";
    }
}
