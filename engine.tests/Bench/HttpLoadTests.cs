using Catalog.Bench.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Bench;

/// <summary>The load generators against a real server: what is due is sent, what is sent is counted.</summary>
public sealed class HttpLoadTests : IAsyncLifetime
{
    private const int PerSecond = 2_000;
    private const int RequestCount = 400;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds((double)RequestCount / PerSecond);

    private WebApplication _server = null!;
    private int _served;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapPost("/{number}", (int number) =>
        {
            Interlocked.Increment(ref _served);
            return number % 4 == 0 ? Results.Conflict() : Results.Text($"number {number}");
        });
        await _server.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Open_loop_sends_exactly_what_is_due()
    {
        HttpScore score = await HttpLoad.OpenAsync(Port(), connectionCount: 7, PerSecond, Duration, new Numbers(0));
        Assert.Equal((RequestCount, 0L), (_served, score.UnansweredCount));
        Assert.Equal((300L, 100L, 0L), (score.CountOf(200), score.CountOf(409), score.CountOther(200, 409)));
        Assert.Equal(RequestCount, score.Latency.Count);
    }

    [Fact]
    public async Task Follow_ups_are_sent_at_once_and_counted_too()
    {
        HttpScore score = await HttpLoad.OpenAsync(Port(), connectionCount: 3, PerSecond, Duration, new Numbers(1));
        Assert.Equal((2 * RequestCount, 0L), (_served, score.UnansweredCount));
        Assert.Equal(2 * RequestCount, score.Latency.Count);
    }

    [Fact]
    public async Task Closed_loop_counts_every_answer()
    {
        HttpScore score =
            await HttpLoad.ClosedAsync(Port(), connectionCount: 8, Duration, _ => new Numbers(0), threads: 2);
        Assert.Equal((_served, 0L), ((int)score.Latency.Count, score.UnansweredCount));
        Assert.Equal(_served, score.CountOf(200) + score.CountOf(409));
        Assert.True(_served >= 8);
    }

    private int Port()
    {
        ICollection<string> addresses =
            _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.Single()).Port;
    }

    /// <summary>Numbered requests, each followed by so many more on its connection.</summary>
    private sealed class Numbers(int followUps) : IRequestSource
    {
        private readonly RequestTemplate _request = new("POST", "/########", body: "{}");
        private readonly Dictionary<int, int> _left = [];
        private int _number;

        public ReadOnlySpan<byte> Next(int connection)
        {
            _left[connection] = _left.TryGetValue(connection, out int left) && left > 0 ? left - 1 : followUps;
            _request.SetNumber(0, _number++);
            return _request.Bytes;
        }

        public void OnResponse(int connection, int status, ReadOnlySpan<byte> body) =>
            Assert.Equal(status == 200, body.StartsWith("number "u8));

        public bool HasFollowUp(int connection) => _left[connection] > 0;
    }
}
