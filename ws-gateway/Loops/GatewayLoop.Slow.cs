using Catalog.WsGateway.Protocols;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Loops;

internal sealed partial class GatewayLoop
{
    private static readonly CloseOrder TooSlow = new(CloseCode.TooSlow, "reads too slowly");

    /// <summary>Lets a frame wait for a stalled connection, within its bound and by the topic's policy.</summary>
    private void Enqueue(GatewayConnection connection, SharedFrame frame, Topic? topic, long key)
    {
        SendQueue queue = connection.Queue!;
        SlowConsumerPolicy policy = topic?.Options.SlowConsumer ?? SlowConsumerPolicy.Disconnect;
        if (policy == SlowConsumerPolicy.KeepLatest && queue.TryDropLatest(topic!, key)) Counters.Conflated++;
        if (policy == SlowConsumerPolicy.DropOldest)
        {
            // The limit includes what is about to be added.
            while (IsOver(queue, frame) && queue.TryDropOldest(topic!)) Counters.Dropped++;
        }

        if (!IsOver(queue, frame))
        {
            queue.Add(frame, topic, key);
            return;
        }

        switch (policy)
        {
            case SlowConsumerPolicy.DropNewest or SlowConsumerPolicy.DropOldest:
                Counters.Dropped++;
                return;
            case SlowConsumerPolicy.Snapshot:
                Counters.Degraded++;
                Counters.Dropped += queue.Lag(topic!) + 1;
                return;
            default:
                Counters.SlowDisconnects++;
                Close(connection, TooSlow);
                return;
        }
    }

    private bool IsOver(SendQueue queue, SharedFrame frame) =>
        queue.SizeBytes + frame.LengthBytes > _limits.MaxQueuedBytes;

    /// <summary>Writes what waits, as far as the connection takes it; then it is a quick one again.</summary>
    private void Drain(GatewayConnection connection)
    {
        if (connection.Outbound.IsBroken)
        {
            Lose(connection);
            return;
        }

        if (connection.Queue is not { } queue) return;
        connection.StalledAt = _tick;
        if (queue.Rest is { } rest)
        {
            int start = queue.RestStart + connection.Outbound.TakenByResume;
            if (start < rest.LengthBytes)
            {
                queue.RestStart = start;
                connection.Outbound.Resume(rest.Array, start, rest.LengthBytes - start);
                return;
            }

            queue.SetRest(null, 0);
        }

        while (true)
        {
            if (queue.IsEmpty && !TryTellOfGap(connection, queue)) break;
            if (!DrainChunk(connection, queue)) return;
        }

        connection.Queue = null;
        if (connection.Phase == ConnectionPhase.Closing) AfterCloseFrame(connection);
    }

    /// <summary>Writes some of what waits; false when the connection has to be waited for, or is gone.</summary>
    private bool DrainChunk(GatewayConnection connection, SendQueue queue)
    {
        _gather.Clear();
        queue.Gather(_gather, MaxChunkBytes);
        Counters.Writes++;
        bool mayGoOn = connection.Outbound.TryWrite(_gather.WrittenSpan, out int taken);
        if (connection.Outbound.IsBroken)
        {
            Lose(connection);
            return false;
        }

        Counters.SentBytes += taken;
        queue.Take(taken, needsRest: taken < _gather.Length);
        if (taken < _gather.Length)
        {
            SharedFrame rest = queue.Rest!;
            connection.Outbound.Resume(rest.Array, queue.RestStart, rest.LengthBytes - queue.RestStart);
        }

        return mayGoOn;
    }

    /// <summary>
    /// Tells a client that has caught up what it has to fetch anew; false when there is nothing to tell.
    /// </summary>
    private static bool TryTellOfGap(GatewayConnection connection, SendQueue queue)
    {
        if (queue.Lagging is not { Count: > 0 } topics || connection.Phase != ConnectionPhase.Open) return false;
        Topic topic = topics[^1];
        topics.RemoveAt(topics.Count - 1);
        long offset = topic.ShardOf(connection.Loop).LastOffset;
        queue.Add(new SharedFrame(FrameEncoder.Current.EncodeGap(topic, offset, connection.Variant)), null, 0);
        return true;
    }
}
