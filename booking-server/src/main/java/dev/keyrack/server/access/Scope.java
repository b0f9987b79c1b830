package dev.keyrack.server.access;

/// How far a permission reaches.
public enum Scope {

    /// Nothing at all.
    NONE,

    /// What one made oneself, and what was made without an account by whoever knows its identifier.
    OWN,

    /// What belongs to the account's site. An account of the whole provider reaches every site.
    SITE,

    /// What belongs to no site. Only an account of the whole provider reaches it.
    PROVIDER,

    /// Everything.
    ANY
}
