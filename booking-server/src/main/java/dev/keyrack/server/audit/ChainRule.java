package dev.keyrack.server.audit;

import dev.keyrack.contract.value.SiteId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Binds each entry of the record to all before it: its hash is the SHA-256 of the hash before it and of its own
/// content, in which every text stands with its length, so that no two entries read the same.
public final class ChainRule {

    /// How the chain begins.
    public static final String BEGINNING = "0".repeat(64);

    private static final int NO_TEXT = -1;

    private ChainRule() {}

    /// How far a chain has come.
    ///
    /// @param hash 64 hexadecimal digits
    public record Head(long seq, String hash) {}

    /// Where the chain is after one more entry.
    static Head after(Head before, AuditEntry entry) {
        return new Head(entry.seq(), hash(before.hash(), entry));
    }

    static String hash(String before, AuditEntry entry) {
        MessageDigest digest = sha256();
        Act act = entry.act();
        SiteId site = act.siteId();
        add(digest, before);
        add(digest, entry.seq());
        add(digest, ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
        add(digest, entry.actor().value());
        add(digest, act.action());
        add(digest, act.subjectId());
        add(digest, site == null ? null : site.value());
        add(digest, act.detail());
        add(digest, act.before());
        add(digest, act.after());
        add(digest, act.times());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        if (text == null) {
            add(digest, NO_TEXT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(digest, bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
