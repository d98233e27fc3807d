using System.Globalization;

namespace Catalog.Shell.Cluster.Nodes;

/// <summary>Where a node listens for other nodes.</summary>
/// <param name="Host">A name or an address of IP.</param>
/// <param name="Port">The port; 0 for any free one, where it is only about to listen.</param>
public readonly record struct NodeAddress(string Host, int Port)
{
    /// <summary>Reads <c>host:port</c>, or <c>[address]:port</c> for IPv6. O(length).</summary>
    public static bool TryParse(string? text, out NodeAddress address)
    {
        address = default;
        int colon = text?.LastIndexOf(':') ?? -1;
        if (colon <= 0) return false;
        string host = text![..colon];
        bool isNumber = int.TryParse(
            text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port);
        if (host.StartsWith('[') && host.EndsWith(']')) host = host[1..^1];
        else if (host.Contains(':', StringComparison.Ordinal)) return false;
        if (!isNumber || port > ushort.MaxValue || host.Length == 0) return false;
        address = new NodeAddress(host, port);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
