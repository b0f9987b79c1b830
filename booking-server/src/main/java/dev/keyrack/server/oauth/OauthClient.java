package dev.keyrack.server.oauth;

/// A row of `oauth_client`: a program that lets people sign in with a browser, and keeps no secret.
///
/// @param redirectUri where the browser is sent with a code
/// @param loopback whether the program listens on its own machine, on any port
/// @param own whether it comes from us
record OauthClient(String id, String name, String redirectUri, boolean loopback, boolean own) {}
