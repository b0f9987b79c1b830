package dev.keyrack.server.rig;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Speaks HTTP/1.1 octet by octet, so that it can speak it wrongly.
public final class RawHttp {

    private RawHttp() {}

    /// What came back until the server closed the connection.
    public record Answer(String head, String body) {

        static Answer of(byte[] octets) {
            String[] parts = new String(octets, StandardCharsets.UTF_8).split("\r\n\r\n", 2);
            return new Answer(parts[0], parts.length == 1 ? "" : parts[1]);
        }

        /// 0 if the connection was closed without an answer.
        public int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1]);
        }

        public List<String> all(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        public Optional<String> header(String name) {
            return all(name).stream().findFirst();
        }
    }

    /// Sends this and reads until the server closes.
    public static Answer send(int port, String request) throws IOException {
        try (Socket socket = open(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream());
        }
    }

    public static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    public static Answer read(InputStream stream) throws IOException {
        return Answer.of(stream.readAllBytes());
    }
}
