namespace Catalog.Bench.Shared.Peers;

/// <summary>How large a private PostgreSQL server is.</summary>
internal sealed record PostgresPeerOptions
{
    /// <summary>Its shared buffers, in MiB; 0 for a quarter of the machine's memory.</summary>
    public int BufferMiB { get; init; }

    /// <summary>Clients at a time, at most.</summary>
    public int MaxConnections { get; init; } = 100;
}
