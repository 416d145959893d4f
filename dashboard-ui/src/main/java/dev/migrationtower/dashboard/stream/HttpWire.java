package dev.migrationtower.dashboard.stream;

import io.netty.channel.ChannelFuture;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** A response that does not end. */
record HttpWire(HttpServerRequest request) implements Wire {
    @Override
    public boolean full() {
        return request.response().writeQueueFull();
    }

    @Override
    public void write(Buffer bytes) {
        request.response().write(bytes);
    }

    /** At once, past Vert.x: its own close first sends what waits, which is what a blocked link does not do. */
    @Override
    public void close() {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            ChannelFuture unused = connection.channelHandlerContext().close();
        } else {
            request.response().reset();
        }
    }
}
