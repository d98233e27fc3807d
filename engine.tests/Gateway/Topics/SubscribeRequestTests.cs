using System.Net.WebSockets;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Engine.Tests.Gateway.Topics;

/// <summary>Topics that serve subscriptions themselves, and requests whose answers are JSON already.</summary>
public sealed class SubscribeRequestTests
{
    [Fact]
    public async Task A_snapshot_lies_between_the_answer_and_the_next_message_for_who_needs_one()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(map: gateway => gateway.Topic("room", topic =>
        {
            topic.HistoryMessages = 4;
            topic.OnSubscribe = async request =>
            {
                await Task.Yield();
                return request.Begin(() => new TopicSnapshot("all", "[1]"u8.ToArray()));
            };
        }));
        using ClientWebSocket fresh = await host.ConnectAsync();
        await fresh.SendTextAsync("""{"event":"subscribe","data":{"topic":"room"}}""");
        string answer = await fresh.ReadTextAsync();
        Assert.Contains("\"recovery\":\"none\"", answer, StringComparison.Ordinal);
        Assert.Equal("""{"event":"all","topic":"room","offset":0,"data":[1]}""", await fresh.ReadTextAsync());
        Assert.Equal(1, host.Gateway.SubscriberCount("room"));
        host.Gateway.PublishRaw("room", "more", "2"u8);
        Assert.Equal("""{"event":"more","topic":"room","offset":1,"data":2}""", await fresh.ReadTextAsync());

        string epoch = answer.Split("\"epoch\":\"")[1].Split('"')[0];
        using ClientWebSocket back = await host.ConnectAsync();
        await back.SendTextAsync(
            $$$"""{"event":"subscribe","data":{"topic":"room","offset":0,"epoch":"{{{epoch}}}"}}""");
        Assert.Contains("\"recovery\":\"complete\"", await back.ReadTextAsync(), StringComparison.Ordinal);
        Assert.Contains("\"offset\":1", await back.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone", "\"code\":\"unknown_topic\"")]
    [InlineData("broken", "\"code\":\"internal_error\"")]
    public async Task A_refusal_is_an_error_under_the_requests_id(string topic, string expected)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(map: gateway =>
        {
            gateway.Topic("gone", options => options.OnSubscribe = _ => new(SubscribeResult.UnknownTopic));
            gateway.Topic("broken", options => options.OnSubscribe = _ => throw new InvalidOperationException("x"));
        });
        using ClientWebSocket socket = await host.ConnectAsync();
        await socket.SendTextAsync($$$"""{"event":"subscribe","id":7,"data":{"topic":"{{{topic}}}"}}""");
        string answer = await socket.ReadTextAsync();
        Assert.Contains("\"id\":7", answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raw_request_is_answered_as_it_was_given_and_refused_with_all_there_is_to_say()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(map: gateway =>
            gateway.OnRawRequest("echo", static (_, data) => data.Length > 3
                ? throw new GatewayException("long", "Too long.", """{"code":"long","most":3}"""u8.ToArray())
                : new ValueTask<ReadOnlyMemory<byte>>(data)));
        using ClientWebSocket socket = await host.ConnectAsync();
        await socket.SendTextAsync("""{"event":"echo","id":"a","data":[1]}""");
        Assert.Equal("""{"event":"echo","id":"a","data":[1]}""", await socket.ReadTextAsync());
        await socket.SendTextAsync("""{"event":"echo","id":"b","data":[1,2]}""");
        Assert.Equal("""{"event":"error","id":"b","data":{"code":"long","most":3}}""", await socket.ReadTextAsync());
    }
}
