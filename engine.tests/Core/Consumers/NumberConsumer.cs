using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Tests.Storage.Journal;

namespace Catalog.Engine.Tests.Core.Consumers;

/// <summary>Writes down the numbers it is given, and fails on those it is told to fail on.</summary>
internal sealed class NumberConsumer(string name = "numbers") : IEventConsumer
{
    private readonly Lock _gate = new();
    private readonly List<ulong> _handled = [];

    public string Name => name;

    public List<ulong> Handled
    {
        get
        {
            lock (_gate) return [.. _handled];
        }
    }

    /// <summary>Every number it was given, failed attempts included.</summary>
    public List<ulong> Tried { get; } = [];

    public Func<ulong, bool> Wanted { get; init; } = static _ => true;

    /// <summary>Whether to fail on a number.</summary>
    public Func<ulong, bool> Fails { get; set; } = static _ => false;

    /// <summary>Waited for before a number is handled.</summary>
    public Func<CancellationToken, Task> Work { get; set; } = static _ => Task.CompletedTask;

    public bool Wants(in EventHeader header) => Wanted(header.Partition.Key);

    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        ulong number = envelope.Header.Partition.Key;
        lock (_gate) Tried.Add(number);
        await Work(cancel);
        Assert.True(TestBatch.IsPayloadOf(envelope.Payload.Span, number));
        if (Fails(number)) throw new FormatException($"No {number}, please.");
        lock (_gate) _handled.Add(number);
    }
}
