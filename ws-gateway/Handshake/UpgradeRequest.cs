using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Catalog.WsGateway.Handshake;

/// <summary>A client's request to become a WebSocket, as an authenticator may see it.</summary>
public sealed class UpgradeRequest
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private UpgradeRequest(string method, string path, string query, bool isHttp11)
    {
        (Method, Path, IsHttp11) = (method, path, isHttp11);
        Query = new QueryString(query);
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path, as it was sent.</summary>
    public string Path { get; }

    /// <summary>The query, as it was sent.</summary>
    public QueryString Query { get; }

    internal bool IsHttp11 { get; }

    /// <summary>A header's value, several joined by commas; null if it was not sent.</summary>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>A query parameter's first value, decoded; null if there is none.</summary>
    public string? Parameter(string name)
    {
        foreach (var pair in new Microsoft.AspNetCore.WebUtilities.QueryStringEnumerable(Query.Value))
            if (pair.EncodedName.Span.SequenceEqual(name)) return pair.DecodeValue().ToString();
        return null;
    }

    /// <summary>Takes over what ASP.NET has read.</summary>
    internal static UpgradeRequest From(HttpRequest request)
    {
        bool isHttp11 = HttpProtocol.IsHttp11(request.Protocol);
        var upgrade = new UpgradeRequest(
            request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", isHttp11);
        foreach (var header in request.Headers) upgrade._headers[header.Key] = header.Value.ToString();
        return upgrade;
    }

    /// <summary>Reads a request's head, from the method to the empty line. O(length).</summary>
    /// <returns>False when it is not the head of an HTTP/1 request.</returns>
    internal static bool TryParse(ReadOnlySpan<byte> head, [NotNullWhen(true)] out UpgradeRequest? request)
    {
        request = null;
        if (head.Contains((byte)0) || !Ascii.IsValid(head)) return false;
        string[] lines = Encoding.ASCII.GetString(head).Split("\r\n");
        string[] start = lines[0].Split(' ');
        if (start is not [{ Length: > 0 } method, ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"]) return false;
        int mark = target.IndexOf('?', StringComparison.Ordinal);
        string path = mark < 0 ? target : target[..mark];
        request = new UpgradeRequest(method, path, mark < 0 ? "" : target[mark..], start[2] == "HTTP/1.1");
        foreach (string line in lines.AsSpan(1))
            if (line.Length > 0 && !request.TryAdd(line)) return false;
        return true;
    }

    private bool TryAdd(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(" \t\r\n")) return false;
        string name = line[..colon];
        string value = line[(colon + 1)..].Trim(' ', '\t');
        _headers[name] = _headers.TryGetValue(name, out string? before) ? $"{before}, {value}" : value;
        return true;
    }
}
