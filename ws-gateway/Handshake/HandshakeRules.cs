using System.Security.Cryptography;
using System.Text;
using Catalog.WsGateway.Compression;
using Catalog.WsGateway.Loops;

namespace Catalog.WsGateway.Handshake;

/// <summary>Judges upgrade requests (RFC 6455 §4.2). Pure.</summary>
internal static class HandshakeRules
{
    internal const string JsonProtocol = "catalog.json";
    internal const string MessagePackProtocol = "catalog.msgpack";

    /// <summary>
    /// A ticket may come as a subprotocol, since browsers can set no header: <c>ticket.</c> and the ticket.
    /// </summary>
    internal const string TicketPrefix = "ticket.";

    private const string Guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    internal static HandshakeVerdict Judge(UpgradeRequest request, GatewayOptions options)
    {
        if (request.Method != "GET") return new HandshakeVerdict(405, "An upgrade is asked for with GET.");
        if (!request.IsHttp11) return new HandshakeVerdict(505, "An upgrade takes HTTP/1.1.");
        if (request.Header("Host") is null) return new HandshakeVerdict(400, "There is no Host header.");
        if (!HasToken(request.Header("Upgrade"), "websocket") || !HasToken(request.Header("Connection"), "upgrade"))
            return new HandshakeVerdict(426, "This is a WebSocket; ask for an upgrade.");
        if (request.Header("Sec-WebSocket-Version") != "13")
            return new HandshakeVerdict(426, "The version spoken here is 13.");
        if (request.Header("Sec-WebSocket-Key") is not { } key || !IsKey(key))
            return new HandshakeVerdict(400, "Sec-WebSocket-Key is not 16 bytes in base64.");
        if (!MayConnect(request, options)) return new HandshakeVerdict(403, "This origin may not connect.");
        return Accept(request, key, options);
    }

    private static HandshakeVerdict Accept(UpgradeRequest request, string key, GatewayOptions options)
    {
        string? subprotocol = null;
        string? ticket = request.Parameter("ticket");
        foreach (string offer in Tokens(request.Header("Sec-WebSocket-Protocol")))
        {
            if (offer is JsonProtocol or MessagePackProtocol) subprotocol ??= offer;
            if (offer.StartsWith(TicketPrefix, StringComparison.Ordinal)) ticket ??= offer[TicketPrefix.Length..];
        }

        string? extension = options.AllowCompression
            ? DeflateOffers.Accept(request.Header("Sec-WebSocket-Extensions"))
            : null;
        int language = subprotocol == MessagePackProtocol ? Variant.MessagePack : Variant.Json;
        return new HandshakeVerdict(101)
        {
            Accept = AcceptOf(key),
            Subprotocol = subprotocol,
            Extension = extension,
            Variant = language | (extension is null ? 0 : Variant.DeflateBit),
            Ticket = ticket,
        };
    }

    /// <summary>What proves that the server speaks the protocol (RFC 6455 §4.2.2).</summary>
    internal static string AcceptOf(string key)
    {
        // The RFC's choice; nothing secret is hashed.
#pragma warning disable CA5350
        return Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + Guid)));
#pragma warning restore CA5350
    }

    private static bool IsKey(string key)
    {
        Span<byte> bytes = stackalloc byte[18];
        return key.Length == 24 && Convert.TryFromBase64String(key, bytes, out int count) && count == 16;
    }

    private static bool MayConnect(UpgradeRequest request, GatewayOptions options)
    {
        if (request.Header("Origin") is not { } origin) return true;
        foreach (string allowed in options.AllowedOrigins)
            if (allowed == "*" || string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase)) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
            && string.Equals(uri.Authority, request.Header("Host"), StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasToken(string? list, string token)
    {
        foreach (string one in Tokens(list))
            if (one.Equals(token, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static string[] Tokens(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
