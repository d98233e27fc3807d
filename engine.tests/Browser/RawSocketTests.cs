using System.Text.Json;
using Catalog.Bench.Shared.Browsers;
using Catalog.Engine.Tests.Gateway;
using Microsoft.Playwright;

namespace Catalog.Engine.Tests.Browser;

/// <summary>A browser's own WebSocket, without any client of ours, in both languages and compressed.</summary>
public sealed class RawSocketTests
{
    private const string Script = """
        async (url) => {
          const large = 'compressible '.repeat(200);
          const next = (socket) => new Promise((resolve) => { socket.onmessage = ({ data }) => resolve(data); });
          const open = (protocols) => new Promise((resolve, reject) => {
            const socket = new WebSocket(url, protocols);
            socket.binaryType = 'arraybuffer';
            socket.onopen = () => resolve(socket);
            socket.onerror = () => reject(new Error('no connection'));
          });
          const heard = [];
          const text = await open(['catalog.json']);
          heard.push(`${text.protocol}, ${text.extensions.split(';')[0]}`);
          let answer = next(text);
          text.send(JSON.stringify({ event: 'echo', id: 1, data: large }));
          heard.push(JSON.parse(await answer).data === large ? 'large' : 'something else');
          text.onmessage = null;
          const ended = new Promise((resolve) => {
            text.onclose = ({ code, wasClean }) => resolve(`${code} ${wasClean}`);
          });
          text.close(1000, 'done');
          heard.push(await ended);

          const packed = await open(['unknown', 'catalog.msgpack']);
          heard.push(packed.protocol);
          const bytes = [0x83, 0xa5, ...new TextEncoder().encode('event'), 0xa4, ...new TextEncoder().encode('echo'),
            0xa2, ...new TextEncoder().encode('id'), 7, 0xa4, ...new TextEncoder().encode('data'), 0xa1, 0x78];
          answer = next(packed);
          packed.send(new Uint8Array(bytes));
          const echoed = [...new Uint8Array(await answer)];
          heard.push(echoed.join() === bytes.join() ? 'the same' : echoed.join());
          const wrong = new Promise((resolve) => {
            packed.onclose = ({ code, reason }) => resolve(`${code} ${reason}`);
          });
          packed.send('text');
          heard.push(await wrong);
          return heard;
        }
        """;

    [BrowserFact]
    public async Task A_browsers_WebSocket_works_unchanged()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(o => o.AllowCompression = true, gateway =>
            gateway.On("echo", ChatJson.Default.String, ChatJson.Default.String,
                (_, text) => ValueTask.FromResult(text)));
        await using Chromium chromium = await Chromium.StartAsync();
        IPage page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{host.Port}/plain");
        foreach (string path in new[] { "/ws", "/http" })
        {
            JsonElement heard = await page.EvaluateAsync<JsonElement>(Script, $"ws://127.0.0.1:{host.Port}{path}");
            Assert.Equal(
                [
                    "catalog.json, permessage-deflate", "large", "1000 true", "catalog.msgpack", "the same",
                    "1003 binary messages only",
                ],
                heard.EnumerateArray().Select(static one => one.GetString()!));
        }
    }
}
