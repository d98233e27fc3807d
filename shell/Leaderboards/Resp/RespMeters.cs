using System.Diagnostics.Metrics;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>
/// What the port for clients of Redis counts: two additions a chunk of commands, read when somebody asks. Thread-safe.
/// </summary>
public sealed class RespMeters : IDisposable
{
    private readonly Meter _meter = new("Catalog.Resp");
    private long _connections;
    private long _accepted;
    private long _refused;
    private long _overdue;
    private long _strangers;
    private long _chunks;
    private long _commands;

    /// <summary>Makes the instruments.</summary>
    public RespMeters()
    {
        _meter.CreateObservableGauge(
            "catalog.resp.connections", () => Volatile.Read(ref _connections), "{connection}", "Clients of Redis");
        Count("catalog.resp.accepted", "{connection}", "Clients that came", () => Volatile.Read(ref _accepted));
        Count("catalog.resp.refused", "{connection}", "Hung up on: too many", () => Volatile.Read(ref _refused));
        Count("catalog.resp.overdue", "{connection}", "Hung up on: not signed in", () => Volatile.Read(ref _overdue));
        Count("catalog.resp.strangers", "{connection}", "Hung up on: without TLS", () => Volatile.Read(ref _strangers));
        Count("catalog.resp.chunks", "{chunk}", "Pieces commands came in", () => Volatile.Read(ref _chunks));
        Count("catalog.resp.commands", "{command}", "Commands for databases", () => Volatile.Read(ref _commands));

        void Count(string name, string unit, string description, Func<long> value) =>
            _meter.CreateObservableCounter(name, value, unit, description);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    /// <summary>A client has come.</summary>
    internal void Accept()
    {
        Interlocked.Increment(ref _accepted);
        Interlocked.Increment(ref _connections);
    }

    /// <summary>A client has gone.</summary>
    internal void End() => Interlocked.Decrement(ref _connections);

    /// <summary>A client was one too many.</summary>
    internal void Refuse() => Interlocked.Increment(ref _refused);

    /// <summary>A client and the server did not agree on TLS.</summary>
    internal void NoteStranger() => Interlocked.Increment(ref _strangers);

    /// <summary>A client took too long to sign in.</summary>
    internal void NoteOverdue() => Interlocked.Increment(ref _overdue);

    /// <summary>So many commands came in one piece.</summary>
    internal void NoteChunk(int commandCount)
    {
        Interlocked.Increment(ref _chunks);
        Interlocked.Add(ref _commands, commandCount);
    }
}
