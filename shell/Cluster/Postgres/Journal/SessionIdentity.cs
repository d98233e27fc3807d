namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>What tells one session of a node from all others.</summary>
/// <param name="Term">Its number among all sessions of the cluster, in the order they were made.</param>
/// <param name="NodeNumber">The node number it holds.</param>
/// <param name="BackendPid">The server's process behind it.</param>
/// <param name="StartedAt">When that began: the number of a process is used again one day.</param>
internal sealed record SessionIdentity(long Term, int NodeNumber, int BackendPid, DateTime StartedAt);
