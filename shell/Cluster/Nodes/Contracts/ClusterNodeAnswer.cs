namespace Catalog.Shell.Cluster.Nodes.Contracts;

/// <summary>A node of the cluster.</summary>
/// <param name="Number">Its number: no two that run have the same.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State"><c>up</c>, <c>silent</c>, <c>leaving</c> or <c>down</c>.</param>
/// <param name="IsThis">Whether it is the one that answers.</param>
/// <param name="Url">Where people reach it; null when it does not say.</param>
/// <param name="Link">Where other nodes reach it.</param>
/// <param name="Version">The version of its program.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="SilentMs">How long ago it was last heard of, in milliseconds.</param>
/// <param name="Shards">The shards it owns.</param>
/// <param name="AppliedPosition">How far it has read the journal.</param>
/// <param name="LagBytes">Bytes of the journal it has not read, as far as this node knows it.</param>
/// <param name="Term">The term of its session.</param>
public sealed record ClusterNodeAnswer(
    int Number,
    string Name,
    string State,
    bool IsThis,
    string? Url,
    string Link,
    string Version,
    DateTimeOffset StartedAt,
    double SilentMs,
    IReadOnlyList<int> Shards,
    long AppliedPosition,
    long LagBytes,
    long Term);
