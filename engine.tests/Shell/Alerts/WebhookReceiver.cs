using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Shell.Alerts;

/// <summary>A real server, on a port of its own, that keeps what it was sent and answers as told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WebhookCall> _calls = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>What it was sent, in order.</summary>
    public IReadOnlyList<WebhookCall> Calls => [.. _calls];

    public string Root => _app.Urls.First();

    public int Port => new Uri(Root).Port;

    /// <param name="answer">Answers a call: its path, and how many calls that path had before.</param>
    public static async Task<WebhookReceiver> StartAsync(Func<HttpContext, int, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.Run(context => receiver.TakeAsync(context, answer));
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Calls of one path, in order.</summary>
    public IReadOnlyList<WebhookCall> CallsOf(string path) => [.. _calls.Where(call => call.Path == path)];

    /// <summary>Waits until a path was called so often.</summary>
    public async Task CalledAsync(string path, int times)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (CallsOf(path).Count < times) await _arrived.WaitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task TakeAsync(HttpContext context, Func<HttpContext, int, Task> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync();
        string path = context.Request.Path;
        int before = CallsOf(path).Count;
        IHeaderDictionary headers = context.Request.Headers;
        _calls.Enqueue(new WebhookCall(
            path, body, headers["Catalog-Signature"].ToString(), headers["Catalog-Delivery"].ToString()));
        _arrived.Release();
        await answer(context, before);
    }
}
