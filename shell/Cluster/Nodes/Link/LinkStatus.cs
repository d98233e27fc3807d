namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>How a link to another node is.</summary>
/// <param name="Address">The node.</param>
/// <param name="IsUp">Whether commands can be sent.</param>
/// <param name="InFlight">Commands without an answer.</param>
/// <param name="LastFailure">Why it is down, or was last; null while nothing was wrong.</param>
internal readonly record struct LinkStatus(NodeAddress Address, bool IsUp, int InFlight, string? LastFailure);
