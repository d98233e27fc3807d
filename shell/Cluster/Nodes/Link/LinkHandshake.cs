using System.Security.Cryptography;
using System.Text;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>
/// Both ends prove that they know the cluster's key, without sending it: each answers the other's nonce. See
/// <see cref="LinkProtocol"/> for the order.
/// </summary>
internal static class LinkHandshake
{
    private const int HeadBytes = 5;
    private const byte Accepted = 1;

    /// <summary>The part of who connects.</summary>
    /// <exception cref="LinkException">The other end speaks another version or does not know the key.</exception>
    /// <exception cref="IOException">The other end has hung up.</exception>
    internal static async Task ConnectAsync(Stream stream, byte[] key, CancellationToken cancel)
    {
        byte[] mine = RandomNumberGenerator.GetBytes(LinkProtocol.NonceBytes);
        await stream.WriteAsync((byte[])[.. Head(), .. mine], cancel);
        CheckHead(await ReadAsync(stream, HeadBytes, cancel));
        byte[] theirs = await ReadAsync(stream, LinkProtocol.NonceBytes, cancel);
        byte[] proof = await ReadAsync(stream, LinkProtocol.NonceBytes, cancel);
        Check(proof, Prove(key, "listener", mine, theirs));
        await stream.WriteAsync(Prove(key, "caller", mine, theirs), cancel);
        byte[] verdict = await ReadAsync(stream, 1, cancel);
        if (verdict[0] != Accepted) throw new LinkException("The node did not accept the link.");
    }

    /// <summary>The part of who listens.</summary>
    /// <exception cref="LinkException">The other end speaks another version or does not know the key.</exception>
    /// <exception cref="IOException">The other end has hung up.</exception>
    internal static async Task AcceptAsync(Stream stream, byte[] key, CancellationToken cancel)
    {
        byte[] hello = await ReadAsync(stream, HeadBytes + LinkProtocol.NonceBytes, cancel);
        if (!hello.AsSpan().StartsWith(LinkProtocol.Magic)) throw new LinkException("Whoever called is not a node.");
        await stream.WriteAsync(Head(), cancel);
        CheckHead(hello);
        byte[] theirs = hello[HeadBytes..];
        byte[] mine = RandomNumberGenerator.GetBytes(LinkProtocol.NonceBytes);
        await stream.WriteAsync((byte[])[.. mine, .. Prove(key, "listener", theirs, mine)], cancel);
        byte[] proof = await ReadAsync(stream, LinkProtocol.NonceBytes, cancel);
        Check(proof, Prove(key, "caller", theirs, mine));
        await stream.WriteAsync((byte[])[Accepted], cancel);
    }

    private static byte[] Head() => [.. LinkProtocol.Magic, LinkProtocol.Version];

    private static void CheckHead(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith(LinkProtocol.Magic)) throw new LinkException("What answers is not a node.");
        byte version = head[LinkProtocol.Magic.Length];
        if (version == LinkProtocol.Version) return;
        throw new LinkException(
            $"The other node speaks version {version} of the protocol between nodes, this one {LinkProtocol.Version}.");
    }

    // Who proves is part of what is proved, so that an answer cannot be handed back to who gave it.
    private static byte[] Prove(byte[] key, string role, byte[] callersNonce, byte[] listenersNonce)
    {
        byte[] who = Encoding.ASCII.GetBytes("catalog link " + role);
        byte[] what = [.. who, LinkProtocol.Version, .. callersNonce, .. listenersNonce];
        return HMACSHA256.HashData(key, what);
    }

    private static void Check(byte[] proof, byte[] expected)
    {
        if (!CryptographicOperations.FixedTimeEquals(proof, expected))
            throw new LinkException("The other node does not know this cluster's key.");
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count, CancellationToken cancel)
    {
        byte[] bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
