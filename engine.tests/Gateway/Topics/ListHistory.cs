using System.Text;
using Catalog.Engine.Tests.Gateway.Loops;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Engine.Tests.Gateway.Topics;

/// <summary>A history that outlives gateways: the numbers from 1 on, each at the offset of the same number.</summary>
internal sealed class ListHistory : ITopicHistory
{
    private int _count;
    private int _readCount;

    public string Epoch => "journal-1";

    internal int Count => Volatile.Read(ref _count);

    internal int ReadCount => Volatile.Read(ref _readCount);

    internal string Topic { get; init; } = "d";

    internal int PageSize { get; init; } = 7;

    /// <summary>How many of the first messages are gone.</summary>
    internal int Lost { get; init; }

    internal Action? WhileReading { get; set; }

    public long LastOffset(string topic) => Count;

    /// <summary>Writes the next message down, then publishes it.</summary>
    internal void Publish(LoopWorld world) => Publish(world.Gateway);

    /// <summary>Writes the next message down, then publishes it.</summary>
    internal void Publish(WsGateway.Gateway gateway)
    {
        int number = Count + 1;
        if (number == 1) gateway.Topics.GetOrAdd(Topic); // it asks for the last offset before there is one
        Volatile.Write(ref _count, number);
        byte[] data = Encoding.UTF8.GetBytes($"{number}");
        Assert.True(gateway.PublishRaw(Topic, "n", data, new PublishOptions(Offset: number)).IsTaken);
    }

    /// <summary>Writes the next message down and tells nobody.</summary>
    internal void Write() => Volatile.Write(ref _count, Count + 1);

    /// <summary>Writes messages down that are not published, if nobody listens.</summary>
    internal bool TrySkip(WsGateway.Gateway gateway, int count)
    {
        gateway.Topics.GetOrAdd("d");
        Volatile.Write(ref _count, Count + count);
        return gateway.TrySkip("d", Count);
    }

    public ValueTask<bool> ReadAsync(string topic, HistoryPage page, CancellationToken cancel)
    {
        WhileReading?.Invoke();
        if (page.LastOffset < Lost) return new ValueTask<bool>(false);
        long until = Math.Min(Count, page.LastOffset + PageSize);
        for (long i = page.LastOffset + 1; i <= until; i++) page.Add(i, "n", Encoding.UTF8.GetBytes($"{i}"));
        Interlocked.Increment(ref _readCount);
        return new ValueTask<bool>(true);
    }
}
