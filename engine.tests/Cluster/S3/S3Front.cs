using System.Collections.Concurrent;
using Catalog.Engine.Core.Memory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Cluster.S3;

/// <summary>
/// Stands between a client and the real server, notes what passes, and misbehaves when told to: refuses, hangs, cuts
/// answers short, spoils them, or checks CRC32C as servers do that know it.
/// </summary>
internal sealed class S3Front : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string _behind;

    private S3Front(WebApplication app, string behind)
    {
        _app = app;
        _behind = behind;
    }

    internal string Endpoint { get; private set; } = "";

    /// <summary>What passed: method, path and query.</summary>
    internal ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The heads of uploads that passed.</summary>
    internal ConcurrentQueue<IHeaderDictionary> Uploads { get; } = new();

    /// <summary>Asked before each request; what it answers is done instead of or with it.</summary>
    internal Func<HttpContext, S3Trouble> Trouble { get; set; } = static _ => S3Trouble.None;

    /// <summary>Whether it checks CRC32C and says so.</summary>
    internal bool KnowsCrc { get; set; }

    internal static async Task<S3Front> StartAsync(string behind)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(static server => server.Limits.MaxRequestBodySize = null);
        WebApplication app = builder.Build();
        var front = new S3Front(app, behind);
        app.Run(front.PassAsync);
        await app.StartAsync();
        front.Endpoint = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        return front;
    }

    internal void Reset()
    {
        Trouble = static _ => S3Trouble.None;
        KnowsCrc = false;
        Requests.Clear();
        Uploads.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        string target = context.Request.GetEncodedPathAndQuery();
        Requests.Enqueue($"{context.Request.Method} {target}");
        S3Trouble trouble = Trouble(context);
        if (trouble is S3Trouble.SlowDown or S3Trouble.AccessDenied or S3Trouble.SignatureDoesNotMatch)
        {
            context.Response.StatusCode = trouble == S3Trouble.SlowDown ? 503 : 403;
            await context.Response.WriteAsync($"<Error><Code>{trouble}</Code><Message>No.</Message></Error>");
            return;
        }

        if (trouble == S3Trouble.Hang) await Task.Delay(Timeout.Infinite, context.RequestAborted);
        byte[] body = await ReadBodyAsync(context.Request);
        string? crc = context.Request.Headers["x-amz-checksum-crc32c"];
        if (context.Request.Method == "PUT")
            Uploads.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary()));
        if (KnowsCrc && crc is not null)
        {
            byte[] real = BitConverter.GetBytes(Crc32C.Of(body));
            Array.Reverse(real);
            Assert.Equal(Convert.ToBase64String(real), crc);
            context.Response.Headers["x-amz-checksum-crc32c"] = crc;
        }

        using HttpRequestMessage request = RequestOf(context, target, body);
        using HttpResponseMessage answer = await _client.SendAsync(request, context.RequestAborted);
        await AnswerAsync(context, answer, trouble);
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private HttpRequestMessage RequestOf(HttpContext context, string target, byte[] body)
    {
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_behind + target));
        if (body.Length > 0 || context.Request.Method is "PUT" or "POST") request.Content = new ByteArrayContent(body);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in context.Request.Headers)
        {
            if (name is "Host") request.Headers.Host = values;
            else if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return request;
    }

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage answer, S3Trouble trouble)
    {
        byte[] body = await answer.Content.ReadAsByteArrayAsync();
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers))
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive" or "Date"))
                context.Response.Headers[name] = values.ToArray();
        if (trouble == S3Trouble.Lose)
        {
            context.Abort();
            return;
        }

        if (trouble == S3Trouble.Spoil) body[body.Length / 2] ^= 1;
        if (trouble == S3Trouble.Cut)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await context.Response.Body.FlushAsync();
            await Task.Delay(50);
            context.Abort();
            return;
        }

        if (context.Request.Method != "HEAD" && context.Response.StatusCode != 204)
            await context.Response.Body.WriteAsync(body);
    }
}
