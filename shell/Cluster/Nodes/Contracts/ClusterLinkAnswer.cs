namespace Catalog.Shell.Cluster.Nodes.Contracts;

/// <summary>This node's link to another one.</summary>
/// <param name="Address">The other node.</param>
/// <param name="IsUp">Whether commands can be sent.</param>
/// <param name="InFlight">Commands without an answer.</param>
/// <param name="LastFailure">Why it is down, or was last; null while nothing was wrong.</param>
public sealed record ClusterLinkAnswer(string Address, bool IsUp, int InFlight, string? LastFailure);
