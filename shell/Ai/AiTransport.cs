using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Catalog.Shell.Ai;

/// <summary>
/// Sends documents to the provider. The client is made here and not by a factory, whose logging would have headers to
/// see; redirects are not followed, for they would carry prompts elsewhere. Thread-safe.
/// </summary>
internal sealed class AiTransport : IDisposable
{
    private readonly HttpClient _http;
    private readonly AiOptions _options;

    public AiTransport(AiOptions options)
    {
        _options = options;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = 32,
            UseCookies = false,
        };
        _http = new HttpClient(handler)
        {
            BaseAddress = new Uri(options.BaseUrl!.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan, // the deadline is the caller's
        };
        if (options.ApiKey is { } key) _http.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    /// <summary>Where it is.</summary>
    public Uri Address => _http.BaseAddress!;

    public void Dispose() => _http.Dispose();

    /// <summary>Sends a document and reads the answer whole.</summary>
    /// <exception cref="AiProviderException">It did not answer with such a document.</exception>
    public async Task<TAnswer> SendAsync<TRequest, TAnswer>(
        string path, TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancel)
        where TAnswer : class
    {
        using HttpResponseMessage response = await OpenAsync(path, request, requestType, cancel);
        try
        {
            await using Stream body = await response.Content.ReadAsStreamAsync(cancel);
            ReadOnlyMemory<byte> bytes = await ReadAsync(body, cancel);
            return JsonSerializer.Deserialize(bytes.Span, answerType)
                ?? throw new AiProviderException("The provider answered null.");
        }
        catch (Exception e) when (e is JsonException or IOException or HttpRequestException)
        {
            throw new AiProviderException("The provider's answer cannot be read.", (int)response.StatusCode, e);
        }
    }

    /// <summary>Sends a document; the answer is good so far and still to be read.</summary>
    /// <exception cref="AiProviderException">It did not answer, or refused.</exception>
    public async Task<HttpResponseMessage> OpenAsync<TRequest>(
        string path, TRequest request, JsonTypeInfo<TRequest> type, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path);
        message.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, type));
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException e)
        {
            throw new AiProviderException("The provider cannot be reached.", 0, e);
        }

        if (response.IsSuccessStatusCode) return response;
        int status = (int)response.StatusCode;
        response.Dispose();
        throw new AiProviderException($"The provider answered {status}.", status);
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, CancellationToken cancel)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            int read = await body.ReadAsync(bytes.GetMemory(4096), cancel);
            if (read == 0) return bytes.WrittenMemory;
            bytes.Advance(read);
            if (bytes.WrittenCount > _options.MaxResponseBytes)
                throw new AiProviderException("The provider's answer is too long.");
        }
    }
}
