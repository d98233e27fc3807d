namespace Catalog.Bench.Shared.Peers;

/// <summary>A peer's program is not installed; the message says how to install it.</summary>
internal sealed class PeerMissingException(string program, string package)
    : Exception($"{program} is not installed. On Debian: apt-get install {package}");
