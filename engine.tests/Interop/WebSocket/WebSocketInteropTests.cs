using Catalog.Engine.Tests.Gateway;

namespace Catalog.Engine.Tests.Interop.WebSocket;

public sealed class WebSocketInteropTests
{
    [Theory]
    [InlineData("/ws")]
    [InlineData("/http")]
    public async Task Npms_ws_works_unchanged_plain_and_compressed(string path)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(o => o.AllowCompression = true, gateway =>
            gateway.On("echo", ChatJson.Default.String, ChatJson.Default.String,
                (_, text) => ValueTask.FromResult(text)));
        var node = new NodeProject("WebSocket");
        string[] lines = await Task.Run(() => node.Run("interop.mjs", $"ws://127.0.0.1:{host.Port}{path}"));
        string[] heard =
        [
            "echo 1 5", "echo two 2600",
            """error 3 {"code":"unknown_event","message":"There is no such event."}""", "pong alive", "close 1000",
        ];
        Assert.Equal(["extensions ", .. heard, "extensions permessage-deflate", .. heard], lines);
    }
}
