using System.Diagnostics.Metrics;
using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace Catalog.Engine.Tests.Gateway;

public sealed class DrainTests
{
    [Fact]
    public async Task Clients_are_sent_away_with_a_time_to_come_back()
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        ClientWebSocket[] clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            host.ConnectAsync(i % 2 == 0 ? "/ws" : "/http")));
        Task draining = host.Gateway.DrainAsync(TimeSpan.FromMilliseconds(200));
        foreach (ClientWebSocket client in clients)
        {
            Assert.Matches(new Regex("^close 1012 reconnect in \\d+ ms$"), await client.ReadTextAsync());
            await client.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", default);
            client.Dispose();
        }

        await draining;
        Assert.Equal(0, host.Gateway.ConnectionCount);
        using var late = new RawClient(host.Port);
        Assert.StartsWith("HTTP/1.1 503", late.Upgrade());
    }

    [Fact]
    public async Task Who_does_not_go_is_cut_off()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(
            o => o.CloseTimeout = TimeSpan.FromMilliseconds(250));
        using var client = new RawClient(host.Port);
        client.Upgrade();
        await host.Gateway.DrainAsync(TimeSpan.Zero);
        Assert.Equal("close 1012", client.ReadText());
        Assert.Equal("end", client.ReadText());
        await Wire.UntilAsync(() => host.Gateway.ConnectionCount == 0);
    }

    [Fact]
    public async Task Who_has_not_said_anything_yet_is_cut_off_at_the_end()
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        using var silent = new RawClient(host.Port);
        using (ClientWebSocket behind = await host.ConnectAsync()) behind.Abort(); // so the silent one was accepted
        await host.DisposeAsync();
        Assert.Null(silent.ReadFrame());
    }

    [Fact]
    public async Task What_happens_can_be_measured()
    {
        var seen = new Dictionary<string, long>();
        using var listener = new MeterListener();
        await using GatewayHost host = await GatewayHost.StartAsync();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == "Catalog.WsGateway") all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
            seen[instrument.Name] = seen.GetValueOrDefault(instrument.Name) + value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) =>
            seen[instrument.Name] = seen.GetValueOrDefault(instrument.Name) + value);
        listener.Start();
        using ClientWebSocket client = await host.ConnectAsync();
        await client.SendTextAsync("""{"event":"nothing","id":1}""");
        Assert.Contains("unknown_event", await client.ReadTextAsync());
        // What was written is counted behind the write.
        await Wire.UntilAsync(() =>
        {
            seen.Clear();
            listener.RecordObservableInstruments();
            return seen["gateway.deliveries"] >= 1 && seen["gateway.sent"] > 100;
        });
        Assert.True(seen["gateway.connections"] >= 1);
        Assert.True(seen["gateway.accepted"] >= 1);
    }
}
