using Catalog.Bench.Shared.Hosts;
using Catalog.Engine.Tests.Gateway;
using Catalog.Engine.Tests.Gateway.Topics;
using Catalog.Engine.Tests.House;
using Catalog.WsGateway;

namespace Catalog.Engine.Tests.Interop.LiveClient;

/// <summary>The web app's own client, in Node, against a real gateway.</summary>
public sealed class LiveClientInteropTests
{
    private readonly ListHistory _journal = new() { PageSize = 20 };
    private readonly TaskCompletionSource _restart = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task It_comes_back_goes_on_where_it_was_and_sends_what_had_to_wait()
    {
        int port = Loopback.FreePort();
        GatewayHost host = await StartAsync(port);
        var node = new NodeProject("LiveClient");
        Task<string[]> lines = Task.Run(() => node.Run(
            "interop.mjs", $"ws://127.0.0.1:{port}/ws", Repository.FullPath("web/src/live/LiveClient.ts")));
        await PublishUntilAsync(host, _restart.Task, lines);
        await host.DisposeAsync();
        for (int i = 0; i < 10; i++) _journal.Write();
        host = await StartAsync(port);
        await PublishUntilAsync(host, _finish.Task, lines);
        Assert.Equal(
            [
                "asked one", "refused unknown_event", "cut connection_lost", "restart connection_lost", "kept kept",
                "every message",
            ],
            await lines);
        await host.DisposeAsync();
    }

    private async Task PublishUntilAsync(GatewayHost host, Task told, Task lines)
    {
        while (!told.IsCompleted && !lines.IsCompleted)
        {
            _journal.Publish(host.Gateway);
            await Task.Delay(2);
        }
    }

    private Task<GatewayHost> StartAsync(int port) => GatewayHost.StartAsync(
        map: gateway =>
        {
            gateway.Topic("d", topic => (topic.History, topic.HistoryMessages) = (_journal, 8));
            gateway.On("echo", ChatJson.Default.String, ChatJson.Default.String,
                (_, text) => ValueTask.FromResult(text));
            gateway.OnRaw("cut", (client, _) => client.Close(CloseCode.ServiceRestart, "reconnect in 20 ms"));
            gateway.OnRaw("restart", (_, _) => _restart.TrySetResult());
            gateway.On("finish", ChatJson.Default.String, ChatJson.Default.Int32, (_, _) =>
            {
                _finish.TrySetResult();
                return ValueTask.FromResult(_journal.Count);
            });
        },
        port: port);
}
