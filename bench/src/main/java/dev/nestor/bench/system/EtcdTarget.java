package dev.nestor.bench.system;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * etcd by its own protocol: gRPC, a connection to each node. The two messages that are sent consist of byte strings
 * only, so they are written here by hand (<a href="https://protobuf.dev/programming-guides/encoding/">protobuf</a>).
 */
final class EtcdTarget implements Target {
    private static final MethodDescriptor<byte[], byte[]> PUT = method("Put");
    private static final MethodDescriptor<byte[], byte[]> RANGE = method("Range");

    private final List<ManagedChannel> channels;

    EtcdTarget(List<Integer> ports) {
        channels = ports.stream()
                .map(port -> NettyChannelBuilder.forAddress("127.0.0.1", port)
                        .usePlaintext()
                        .directExecutor()
                        .build())
                .toList();
    }

    @Override
    public void put(int client, byte[] key, byte[] value, Answered answered) {
        call(PUT, client, message(key, value), answered);
    }

    @Override
    public void get(int client, byte[] key, Answered answered) {
        call(RANGE, client, message(key), answered);
    }

    private void call(MethodDescriptor<byte[], byte[]> method, int client, byte[] message, Answered answered) {
        ManagedChannel channel = channels.get(client % channels.size());
        ClientCalls.asyncUnaryCall(channel.newCall(method, CallOptions.DEFAULT), message, new Observer(answered));
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
    }

    private record Observer(Answered answered) implements StreamObserver<byte[]> {
        @Override
        public void onNext(byte[] answer) {}

        @Override
        public void onError(Throwable failure) {
            answered.with(failure);
        }

        @Override
        public void onCompleted() {
            answered.with(null);
        }
    }

    /** The fields from 1 on, each a byte string. */
    static byte[] message(byte[]... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i++) {
            out.write(((i + 1) << 3) | 2);
            int length = fields[i].length;
            while (length > 0x7F) {
                out.write((length & 0x7F) | 0x80);
                length >>>= 7;
            }
            out.write(length);
            out.writeBytes(fields[i]);
        }
        return out.toByteArray();
    }

    private static MethodDescriptor<byte[], byte[]> method(String name) {
        return MethodDescriptor.<byte[], byte[]>newBuilder(new Bytes(), new Bytes())
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("etcdserverpb.KV/" + name)
                .build();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
