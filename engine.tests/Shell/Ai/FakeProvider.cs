using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Shell.Ai;

/// <summary>
/// A server on a port of its own that speaks OpenAI's wire format, and misbehaves as it is told. Remembers what it was
/// sent.
/// </summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string Model = "test-model";
    public const string Key = "sk-test-very-secret";
    private readonly WebApplication _app;

    private FakeProvider(WebApplication app) => _app = app;

    /// <summary>What it does with a request.</summary>
    public Func<HttpContext, Task> Behaviour { get; set; } = static context => SayAsync(context, "Hello from afar.");

    /// <summary>The bodies it was sent.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>The authorisations it was sent.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    public string Url { get; private set; } = "";

    public (string Key, string Value)[] Settings =>
    [
        ("Catalog:Ai:BaseUrl", Url), ("Catalog:Ai:ApiKey", Key), ("Catalog:Ai:ChatModel", Model),
        ("Catalog:Ai:EmbeddingModel", "test-vectors"), ("Catalog:Ai:DeadlineMs", "10000"),
    ];

    public static async Task<FakeProvider> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(static server => server.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var provider = new FakeProvider(app);
        app.Run(provider.HandleAsync);
        await app.StartAsync();
        IServerAddressesFeature addresses =
            app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<IServerAddressesFeature>()!;
        provider.Url = addresses.Addresses.First() + "/v1";
        return provider;
    }

    public static Task SayAsync(HttpContext context, string text) => context.Response.WriteAsJsonAsync(new
    {
        id = "1", model = Model + "-2030", @object = "chat.completion",
        choices = new[]
        {
            new { index = 0, message = new { role = "assistant", content = text }, finish_reason = "stop" },
        },
        usage = new { prompt_tokens = 7, completion_tokens = 3, total_tokens = 10 },
    });

    public static Func<HttpContext, Task> Status(int status, string body = "{\"error\":{\"message\":\"no\"}}") =>
        async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        };

    public static Func<HttpContext, Task> Raw(string body) => async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    };

    public static Func<HttpContext, Task> Stream(params string[] events) => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        foreach (string one in events)
        {
            await context.Response.WriteAsync($"data: {one}\n\n");
            await context.Response.Body.FlushAsync();
        }
    };

    public static string Piece(string text) =>
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}";

    /// <summary>Answers when the client has gone.</summary>
    public static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using CancellationTokenRegistration end = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Bodies.Enqueue(await reader.ReadToEndAsync());
        Keys.Enqueue(context.Request.Headers.Authorization.ToString());
        await Behaviour(context);
    }
}
