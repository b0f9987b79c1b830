package dev.keyrack.server.oauth;

import dev.keyrack.server.notice.Template;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The pages of a sign-in, in one language. They are plain HTML: no script, and one style sheet of our own.
final class Pages {

    private static final String FOLDER = "/dev/keyrack/server/oauth/";
    private static final Template PAGE = Template.load(FOLDER + "page.html");
    private static final Template SIGN_IN = Template.load(FOLDER + "signin.html");
    private static final Template CODE = Template.load(FOLDER + "code.html");
    private static final Template CONSENT = Template.load(FOLDER + "consent.html");
    private static final Template ERROR =
            Template.ofMarkup("<p class=\"error\" id=\"{{field}}-error\" role=\"alert\">{{text}}</p>");
    private static final Template CANCEL = Template.ofMarkup(
            "<button type=\"submit\" class=\"quiet\" name=\"decision\" value=\"deny\" formnovalidate>{{text}}</button>");
    private static final Template LEAD = Template.ofMarkup("<p class=\"lead\">{{text}}</p>");
    private static final Template PARAGRAPH = Template.ofMarkup("<p class=\"{{kind}}\">{{text}}</p>");

    /// Of the whole program; it names nobody.
    static final String STYLE = Template.load(FOLDER + "style.css").text();

    private final Locale locale;
    private final ResourceBundle words;

    Pages(Locale locale) {
        this.locale = locale;
        words = ResourceBundle.getBundle(
                "dev.keyrack.server.oauth.pages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private String word(String key, Object... values) {
        return values.length == 0
                ? words.getString(key)
                : new MessageFormat(words.getString(key), locale).format(values);
    }

    String ending(Turn.Ending ending) {
        return page(word("end" + ending), LEAD.fill(Map.of("text", word("end" + ending + "text"))));
    }

    String ask(Turn.Ask ask) {
        return switch (ask.visit().step()) {
            case SIGN_IN -> signIn(ask);
            case FACTOR -> code(ask, "factor", "one-time-code", "none");
            case USER_CODE -> code(ask, "usercode", "off", "characters");
            case CONSENT -> consent(ask);
        };
    }

    private String page(String title, String body) {
        return PAGE.fill(Map.of(
                "lang",
                locale.getLanguage(),
                "title",
                title,
                "body",
                body,
                "privacy",
                word("privacy"),
                "terms",
                word("terms")));
    }

    /// What every form holds.
    private static Map<String, String> form(Turn.Ask ask) {
        Map<String, String> values = new HashMap<>();
        values.put("form", ask.form());
        values.put("action", ask.visit().asked() == null ? "/oauth/device" : "/oauth/authorize");
        return values;
    }

    /// Puts what was wrong beside its field; nothing if nothing was.
    ///
    /// @param fault null unless it was this field
    private void tell(Map<String, String> values, String field, Turn.@Nullable Fault fault) {
        values.put(
                field + "attributes",
                fault == null ? "" : " aria-invalid=\"true\" aria-describedby=\"" + field + "-error\"");
        values.put(
                field + "error",
                fault == null ? "" : ERROR.fill(Map.of("field", field, "text", word("fault" + fault))));
    }

    private String signIn(Turn.Ask ask) {
        Map<String, String> values = form(ask);
        Turn.Program program = ask.program();
        values.put("lead", program == null ? word("signindevicelead") : word("signinlead", program.name()));
        for (String key : new String[] {"labelname", "labelpassword", "signin"}) {
            values.put(key, word(key));
        }
        values.put("name", ask.visit().name());
        values.put("cancel", program == null ? "" : CANCEL.fill(Map.of("text", word("cancel"))));
        boolean ofName = ask.fault() == Turn.Fault.NAME_MISSING;
        tell(values, "name", ofName ? ask.fault() : null);
        tell(values, "password", ofName ? null : ask.fault());
        return page(word("signintitle"), SIGN_IN.fill(values));
    }

    private String code(Turn.Ask ask, String kind, String complete, String capitals) {
        Map<String, String> values = form(ask);
        values.put("lead", word(kind + "lead"));
        values.put("label", word("label" + kind));
        values.put("complete", complete);
        values.put("capitals", capitals);
        values.put("next", word("next"));
        values.put("other", word("other"));
        tell(values, "code", ask.fault());
        return page(word(kind + "title"), CODE.fill(values));
    }

    private String consent(Turn.Ask ask) {
        Map<String, String> values = form(ask);
        String person = String.valueOf(ask.person());
        Turn.Program asking = ask.program();
        String program = asking == null ? "" : asking.name();
        boolean own = asking != null && asking.own();
        boolean device = ask.visit().asked() == null;
        String kind = device ? "consentdevice" : own ? "consentown" : "consentforeign";
        values.put("lead", word(kind, program, person));
        String rights = own ? "" : PARAGRAPH.fill(Map.of("kind", "rights", "text", word("consentrights")));
        String warning = device ? PARAGRAPH.fill(Map.of("kind", "warning", "text", word("consentwarning"))) : "";
        values.put("details", rights + warning);
        values.put("allow", word(own && !device ? "allowown" : "allow"));
        values.put("deny", word("deny"));
        values.put("other", word("other"));
        return page(word("consenttitle", person), CONSENT.fill(values));
    }
}
