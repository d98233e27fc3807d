using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Catalog.Shell.Http.RateLimits;

/// <summary>Whose quota a request counts against.</summary>
public static class RateLimitKey
{
    /// <summary>A signed-in user's.</summary>
    public static ulong OfUser(ulong userId) => userId;

    /// <summary>A network address's: one IPv4 address, or the /64 an IPv6 subscriber is given.</summary>
    public static ulong OfAddress(IPAddress? address)
    {
        if (address is null) return 0;
        Span<byte> bytes = stackalloc byte[16];
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.TryWriteBytes(bytes, out _) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? BinaryPrimitives.ReadUInt64BigEndian(bytes)
            : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    /// <summary>A text's, an email address say: the first 64 bits of its SHA-256.</summary>
    public static ulong OfText(string text) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
