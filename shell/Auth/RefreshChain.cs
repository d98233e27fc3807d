using System.Security.Cryptography;

namespace Catalog.Shell.Auth;

/// <summary>
/// Says which token follows which: the successor's secret is an HMAC-SHA256 of the token, under a key of the server's.
/// So the same trade asked for twice gives the same token, while nobody without the key can tell it. Thread-safe.
/// </summary>
public sealed class RefreshChain
{
    private readonly byte[] _key;

    /// <summary>Makes the chain.</summary>
    /// <param name="signingKey">The server's secret, from which a key for this purpose alone is derived.</param>
    public RefreshChain(ReadOnlySpan<byte> signingKey) =>
        _key = HMACSHA256.HashData(signingKey, "catalog refresh chain"u8);

    /// <summary>The one token that <paramref name="presented"/>, as a client sent it, is traded for.</summary>
    public RefreshToken After(in RefreshToken presented)
    {
        Span<byte> secret = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> text = stackalloc byte[RefreshToken.Length];
        System.Text.Encoding.ASCII.GetBytes(presented.Text, text);
        HMACSHA256.HashData(_key, text, secret);
        return presented.Next(secret);
    }
}
