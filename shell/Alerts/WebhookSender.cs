using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Catalog.Shell.Alerts;

/// <summary>
/// Calls webhooks. Where an address leads is looked up once and the connection made to what was found and allowed, so
/// a name that changes its mind in between (DNS rebinding) leads nowhere else; redirections are not followed, and no
/// proxy is asked. A call is signed: <c>Catalog-Signature: t=seconds,v1=HMAC-SHA256 of "seconds.body"</c>. Thread-safe.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private readonly AlertOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    /// <summary>Makes it.</summary>
    public WebhookSender(AlertOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 16,
        };
        _http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(options.WebhookSeconds) };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Calls an address; what it answers beside its status is not read.</summary>
    /// <param name="address">Where.</param>
    /// <param name="secret">What the call is signed with; null for no signature.</param>
    /// <param name="delivery">Names the call: the same when it is repeated.</param>
    /// <param name="json">The body.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="HttpRequestException">It could not be called, or did not answer with a 2xx.</exception>
    internal async Task SendAsync(
        string address, string? secret, string delivery, ReadOnlyMemory<byte> json, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ReadOnlyMemoryContent(json);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("Catalog-Delivery", delivery);
        if (secret is not null) request.Headers.Add("Catalog-Signature", Sign(secret, _clock.GetUtcNow(), json.Span));
        using HttpResponseMessage response = await _http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"The webhook answered {(int)response.StatusCode}.");
    }

    /// <summary>The signature of a body.</summary>
    internal static string Sign(string secret, DateTimeOffset time, ReadOnlySpan<byte> body)
    {
        string seconds = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(seconds + "."), .. body];
        byte[] digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        return $"t={seconds},v1={Convert.ToHexStringLower(digest)}";
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        DnsEndPoint target = context.DnsEndPoint;
        IPAddress[] found = await Dns.GetHostAddressesAsync(target.Host, cancel);
        IPAddress[] allowed = _options.AllowPrivateWebhooks ? found : Array.FindAll(found, AddressGuard.IsPublic);
        if (allowed.Length == 0) throw new HttpRequestException("The webhook's address is not a public one.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
