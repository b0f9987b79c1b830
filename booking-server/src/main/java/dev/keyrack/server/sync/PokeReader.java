package dev.keyrack.server.sync;

import dev.keyrack.server.http.Caller;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/// One open stream of events: a short queue of shared buffers, written as fast as the reader takes them. A
/// reader whose queue is full is dropped; it comes back and asks for the changes anyway.
final class PokeReader {

    private static final int MOST_WAITING = 64;

    private final Caller caller;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<PokeReader> onGone;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean unflushed;
    private boolean gone;

    PokeReader(Caller caller, AsyncContext context, Consumer<PokeReader> onGone) throws IOException {
        this.caller = caller;
        this.context = context;
        this.onGone = onGone;
        out = context.getResponse().getOutputStream();
    }

    Caller caller() {
        return caller;
    }

    void start() {
        context.addListener(new Ending());
        out.setWriteListener(new Writing());
    }

    /// Sends an event of a scope, if the reader may know of it.
    void send(String scope, byte[] event) {
        if (Scopes.mayRead(caller, scope)) {
            send(event);
        }
    }

    void send(byte[] event) {
        boolean full;
        synchronized (this) {
            full = waiting.size() >= MOST_WAITING;
            if (!full && !gone) {
                waiting.add(event);
            }
        }
        if (full) {
            drop();
        } else {
            write();
        }
    }

    private void write() {
        try {
            synchronized (this) {
                writeWhileReady();
            }
        } catch (IOException | RuntimeException e) {
            drop();
        }
    }

    private void writeWhileReady() throws IOException {
        while (!gone && out.isReady()) {
            byte[] next = waiting.poll();
            if (next != null) {
                out.write(next);
                unflushed = true;
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                return;
            }
        }
    }

    /// Ends the stream.
    void drop() {
        synchronized (this) {
            if (gone) {
                return;
            }
            gone = true;
            waiting.clear();
        }
        onGone.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // The container ended it first.
        }
    }

    private final class Writing implements WriteListener {

        @Override
        public void onWritePossible() {
            write();
        }

        @Override
        public void onError(Throwable failure) {
            drop();
        }
    }

    private final class Ending implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            drop();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            drop();
        }

        @Override
        public void onError(AsyncEvent event) {
            drop();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Nothing is started twice.
        }
    }
}
