package dev.keyrack.contract.identity;

/// What a person chose.
///
/// @param language of mails, `en` or `de`
/// @param notices whether mails may come that nobody needs
public record Preferences(String language, boolean notices) {

    /// @throws IllegalArgumentException if the language is another one
    public Preferences {
        if (!language.equals("en") && !language.equals("de")) {
            throw new IllegalArgumentException("expected the language en or de");
        }
    }
}
