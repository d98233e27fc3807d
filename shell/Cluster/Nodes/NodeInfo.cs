namespace Catalog.Shell.Cluster.Nodes;

/// <summary>A node as its row in the database says.</summary>
/// <param name="Number">Its number: no two that run have the same.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Link">Where other nodes reach it.</param>
/// <param name="Url">Where people reach it; empty when it does not say.</param>
/// <param name="Version">The version of its program.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="SilentMs">How long ago it renewed its row, in milliseconds of the database's clock.</param>
/// <param name="BackendPid">The server's process behind its session.</param>
/// <param name="BackendStart">When that process began: a number alone may come again.</param>
/// <param name="Term">The term of its session.</param>
/// <param name="Applied">How far it has read the journal.</param>
/// <param name="IsLeaving">Whether it is about to end.</param>
/// <param name="HasSession">Whether its session lives.</param>
internal sealed record NodeInfo(
    int Number,
    string Name,
    NodeAddress Link,
    string Url,
    string Version,
    DateTime StartedAt,
    double SilentMs,
    int BackendPid,
    DateTime BackendStart,
    long Term,
    long Applied,
    bool IsLeaving,
    bool HasSession);
