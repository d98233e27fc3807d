using System.Diagnostics;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>Commands from other nodes as traces: children of what they belong to over there.</summary>
internal static class LinkTrace
{
    private static readonly ActivitySource Source = new("Catalog.Nodes");

    /// <summary>The trace that is current here, to be sent along; null when nobody listens.</summary>
    internal static string? Current =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Begins a span for a command from elsewhere; null when nobody listens.</summary>
    internal static Activity? Start(string command, string? parent) =>
        Source.HasListeners() ? Source.StartActivity(command, ActivityKind.Server, parent) : null;
}
