using System.Net;
using System.Net.Sockets;

namespace Catalog.Shell.Alerts;

/// <summary>Tells addresses of the public internet from all others. Stateless.</summary>
/// <remarks>Source: IANA's registries of special-purpose addresses (RFC 6890).</remarks>
internal static class AddressGuard
{
    private static readonly IPNetwork[] Special =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    /// <summary>
    /// Whether an address is public. Of the sixth version only global unicast is, and none that carries one of the
    /// fourth in it.
    /// </summary>
    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(Special, network => network.Contains(address));
        byte[] bytes = address.GetAddressBytes();
        bool isGlobal = (bytes[0] & 0xE0) == 0x20;
        bool isTunnel = bytes is [0x20, 0x02, ..] or [0x20, 0x01, 0x00, 0x00, ..];
        bool isExample = bytes is [0x20, 0x01, 0x0d, 0xb8, ..];
        return isGlobal && !isTunnel && !isExample;
    }
}
