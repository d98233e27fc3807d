namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>A link cannot be used: its other end is none of ours, does not keep to the protocol, or is dead.</summary>
/// <param name="message">What is the matter, for an operator.</param>
internal sealed class LinkException(string message) : Exception(message);
