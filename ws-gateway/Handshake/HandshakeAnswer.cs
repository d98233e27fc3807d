using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Catalog.WsGateway.Handshake;

/// <summary>The answer to an upgrade request, as bytes of HTTP/1.1.</summary>
internal static class HandshakeAnswer
{
    /// <summary>The headers that go with a verdict.</summary>
    internal static IEnumerable<(string Name, string Value)> HeadersOf(HandshakeVerdict verdict)
    {
        if (verdict.IsAccepted)
        {
            yield return ("Upgrade", "websocket");
            yield return ("Connection", "Upgrade");
            yield return ("Sec-WebSocket-Accept", verdict.Accept);
            if (verdict.Subprotocol is { } subprotocol) yield return ("Sec-WebSocket-Protocol", subprotocol);
            if (verdict.Extension is { } extension) yield return ("Sec-WebSocket-Extensions", extension);
            yield break;
        }

        if (verdict.Status == 426)
        {
            yield return ("Upgrade", "websocket");
            yield return ("Sec-WebSocket-Version", "13");
        }

        if (verdict.Status == 405) yield return ("Allow", "GET");
        if (verdict.RetryAfterSeconds > 0)
            yield return ("Retry-After", verdict.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Why not, as problem details.</summary>
    internal static string ProblemOf(HandshakeVerdict verdict)
    {
        string title = ReasonPhrases.GetReasonPhrase(verdict.Status);
        return $$"""
            {"type":"about:blank","title":"{{title}}","status":{{verdict.Status}},"code":"{{CodeOf(verdict.Status)}}",
            """ + $"\"detail\":\"{JsonEncodedText.Encode(verdict.Detail)}\"}}";
    }

    /// <summary>The whole answer.</summary>
    internal static byte[] ToBytes(HandshakeVerdict verdict)
    {
        var text = new StringBuilder();
        string reason = ReasonPhrases.GetReasonPhrase(verdict.Status);
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {verdict.Status} {reason}\r\n");
        foreach ((string name, string value) in HeadersOf(verdict))
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (verdict.IsAccepted) return Encoding.ASCII.GetBytes(text.Append("\r\n").ToString());

        string body = ProblemOf(verdict);
        text.Append("Connection: close\r\nContent-Type: application/problem+json\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n{body}");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string CodeOf(int status) => status switch
    {
        401 => "unauthorized",
        403 => "origin_forbidden",
        426 => "upgrade_required",
        503 => "busy",
        _ => "bad_upgrade",
    };
}
