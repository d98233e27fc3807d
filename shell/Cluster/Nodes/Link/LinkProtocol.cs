namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>What both ends of a link agree on.</summary>
/// <remarks>
/// <code>
/// who connects                              who listens
///   magic, version, nonce               ─►
///                                       ◄─  magic, version
///                                       ◄─  nonce, proof of the key over both nonces
///   proof of the key over both nonces   ─►
///                                       ◄─  one byte: accepted
/// then frames, both ways:
///   length (4, little-endian) │ kind (1) │ body
///   request  [id, system, command, shard, key, hops, trace or nil] and the command
///   answer   [id, status, position, owner's host or nil, owner's port] and the result
///   beat     nothing; sent by both, so that silence means death
/// </code>
/// The header of a request or an answer is an array of MessagePack that may grow at its end.
/// </remarks>
internal static class LinkProtocol
{
    /// <summary>The version; nodes of different versions do not speak with each other.</summary>
    internal const byte Version = 1;

    /// <summary>Bytes of the length in front of a frame.</summary>
    internal const int LengthBytes = 4;

    /// <summary>Bytes of a nonce and of a proof.</summary>
    internal const int NonceBytes = 32;

    /// <summary>How often a command may have been passed on: it is decided where it arrives, or nowhere.</summary>
    internal const byte MaxHops = 1;

    /// <summary>What a link begins with.</summary>
    internal static ReadOnlySpan<byte> Magic => "CTLG"u8;
}
