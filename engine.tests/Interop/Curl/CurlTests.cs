using Catalog.Engine.Tests.Gateway;
using Catalog.Engine.Tests.Gateway.Auth;
using Catalog.Engine.Tests.House;
using Catalog.WsGateway.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Interop.Curl;

/// <summary>What <c>curl --include</c> sees of a handshake that is refused, whichever way it came in.</summary>
public sealed class CurlTests
{
    private static readonly string[] Upgrade =
    [
        "-H", "Connection: Upgrade", "-H", "Upgrade: websocket", "-H", "Sec-WebSocket-Version: 13",
        "-H", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ];

    [Theory]
    [InlineData("/ws")]
    [InlineData("/pipe")]
    [InlineData("/http")]
    public async Task Every_refusal_says_why(string path)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(
            options => options.MaxConnections = 1,
            services: services => services.AddSingleton<IGatewayAuthenticator>(new TicketBooth()));
        Check(host, path, new Refusal(426, "upgrade_required", "Sec-WebSocket-Version: 13"));
        string[] old = [.. Upgrade, "-H", "Sec-WebSocket-Version: 8"];
        Check(host, path, new Refusal(426, "upgrade_required", "Upgrade: websocket"), old);
        Check(host, path, new Refusal(400, "bad_upgrade"), [.. Upgrade, "-H", "Sec-WebSocket-Key: short"]);
        Check(host, path + "?ticket=stolen", new Refusal(401, "unauthorized"), Upgrade);
        Check(host, path, new Refusal(403, "origin_forbidden"), [.. Upgrade, "-H", "Origin: https://evil.example"]);
        using var only = new RawClient(host.Port);
        Assert.StartsWith("HTTP/1.1 101", only.Upgrade());
        Check(host, path, new Refusal(503, "busy", "Retry-After: 5"), Upgrade);
    }

    [Fact]
    public async Task Another_path_and_another_method_are_HTTPs()
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        Assert.StartsWith("HTTP/1.1 404", Run(host, "/nowhere", Upgrade));
        string answer = Run(host, "/http", [.. Upgrade, "-X", "POST"]);
        Assert.StartsWith("HTTP/1.1 405", answer);
        Assert.Contains("Allow: GET", answer);
    }

    private static void Check(GatewayHost host, string target, Refusal expected, params string[] request)
    {
        string answer = Run(host, target, request);
        Assert.StartsWith($"HTTP/1.1 {expected.Status} ", answer);
        Assert.Contains("Content-Type: application/problem+json", answer);
        Assert.Contains($"\"status\":{expected.Status},\"code\":\"{expected.Code}\"", answer);
        Assert.Contains(expected.Header, answer, StringComparison.OrdinalIgnoreCase);
    }

    private static string Run(GatewayHost host, string target, string[] arguments) => Subprocess.Run(
        AppContext.BaseDirectory, "curl",
        ["--include", "--silent", "--show-error", "--http1.1", "--max-time", "20", .. arguments,
            $"http://127.0.0.1:{host.Port}{target}"]);

    private sealed record Refusal(int Status, string Code, string Header = "");
}
