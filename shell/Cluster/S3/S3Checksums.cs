using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Catalog.Engine.Core.Memory;

namespace Catalog.Shell.Cluster.S3;

/// <summary>
/// What uploads carry for the server to check. A server that knows CRC32C repeats it in its answer; one that does not
/// passes the header over in silence, and then Content-MD5, which the protocol always had, takes its place.
/// Thread-safe.
/// </summary>
internal sealed class S3Checksums(string setting)
{
    private const int Unknown = 0;
    private const int Crc = 1;
    private const int Md5 = 2;
    private int _kind = setting.ToUpperInvariant() switch
    {
        "CRC32C" => Crc,
        "MD5" => Md5,
        _ => Unknown,
    };

    /// <summary>Whether uploads carry CRC32C.</summary>
    internal bool IsCrc => Volatile.Read(ref _kind) != Md5;

    internal static string Crc32COf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> crc = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32C.Of(bytes));
        return Convert.ToBase64String(crc);
    }

    [SuppressMessage("Security", "CA5351", Justification = "The protocol's checksum against accidents, not attacks.")]
    internal static string Md5Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(bytes, hash);
        return Convert.ToBase64String(hash);
    }

    /// <summary>Takes in what the server repeated of the CRC32C that was sent.</summary>
    /// <returns>False when nobody checked it, so that the upload must be done again with MD5.</returns>
    internal bool WasChecked(string sent, string? repeated)
    {
        if (repeated == sent)
        {
            Interlocked.CompareExchange(ref _kind, Crc, Unknown);
            return true;
        }

        // A server that was told to be one with CRC32C, or has shown it, is believed.
        return Interlocked.CompareExchange(ref _kind, Md5, Unknown) == Crc;
    }
}
