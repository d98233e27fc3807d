using System.Buffers.Text;
using System.IO.Hashing;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Catalog.Bench.Gateway.Hosts;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>
/// A client of a durable topic: comes back whenever it is cut, says what it has seen last, and checks that what comes
/// is what follows. Cut from another thread; otherwise one task's.
/// </summary>
internal sealed class DurableReader(int port, int seed)
{
    private const int BufferBytes = 4096;
    private const int MostPauseMs = 300;

    private readonly Random _random = new(seed);
    private readonly byte[] _buffer = new byte[BufferBytes];
    private ClientWebSocket? _socket;
    private string _epoch = "";
    private long _lastOffset = -1;
    private int _cutCount;

    /// <summary>Whether it has been told where the topic stands.</summary>
    public bool HasJoined => LastOffset >= 0;

    /// <summary>The last message it has.</summary>
    public long LastOffset => Volatile.Read(ref _lastOffset);

    /// <summary>Messages it got.</summary>
    public long SeenCount { get; private set; }

    /// <summary>How often it was told that messages are gone.</summary>
    public long GapCount { get; private set; }

    /// <summary>How often it came back and said what it has.</summary>
    public long ResumedCount { get; private set; }

    /// <summary>Messages that did not follow the one before.</summary>
    public long DisorderCount { get; private set; }

    /// <summary>A digest of all it saw, in order.</summary>
    public ulong Digest { get; private set; }

    /// <summary>How often it was cut.</summary>
    public long CutCount => Volatile.Read(ref _cutCount);

    /// <summary>The largest number it saw that the publisher gave.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Ends its connection without a word.</summary>
    public void Cut()
    {
        if (Volatile.Read(ref _socket) is not { State: WebSocketState.Open } socket) return;
        Interlocked.Increment(ref _cutCount);
        socket.Abort();
    }

    /// <summary>Listens until it is told to end.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(cancel);
            }
            catch (Exception e)
                when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
            {
                await Task.Delay(_random.Next(MostPauseMs), CancellationToken.None);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws"), cancel);
        string from = HasJoined ? $",\"offset\":{LastOffset},\"epoch\":\"{_epoch}\"" : "";
        if (HasJoined) ResumedCount++;
        string join = $$$"""{"event":"subscribe","id":1,"data":{"topic":"{{{CatalogHost.Durable}}}"{{{from}}}}}""";
        await socket.SendAsync(Encoding.UTF8.GetBytes(join), WebSocketMessageType.Text, true, cancel);
        Volatile.Write(ref _socket, socket);
        while (true)
        {
            int count = 0;
            ValueWebSocketReceiveResult got;
            do
            {
                got = await socket.ReceiveAsync(_buffer.AsMemory(count), cancel);
                count += got.Count;
            }
            while (!got.EndOfMessage);
            if (got.MessageType == WebSocketMessageType.Close) return;
            Take(_buffer.AsSpan(0, count));
        }
    }

    private void Take(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("{\"event\":\"m\""u8)) TakeMessage(message);
        else TakeNotice(message);
    }

    private void TakeMessage(ReadOnlySpan<byte> message)
    {
        long offset = NumberAfter(message, "\"offset\":"u8);
        if (offset != _lastOffset + 1) DisorderCount++;
        Volatile.Write(ref _lastOffset, offset);
        SeenCount++;
        LastNumber = NumberAfter(message, "\"data\":"u8);
        Digest = XxHash3.HashToUInt64(message, (long)Digest);
    }

    private void TakeNotice(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        JsonElement notice = JsonElement.ParseValue(ref reader);
        JsonElement data = notice.GetProperty("data");
        string name = notice.GetProperty("event").GetString()!;
        if (name is not ("subscribed" or "gap")) throw new InvalidDataException(Encoding.UTF8.GetString(message));
        _epoch = data.GetProperty("epoch").GetString()!;
        bool isGap = name == "gap" || data.GetProperty("recovery").GetString() == "gap";
        if (isGap) GapCount++;
        if (isGap || !HasJoined) Volatile.Write(ref _lastOffset, data.GetProperty("offset").GetInt64());
    }

    private static long NumberAfter(ReadOnlySpan<byte> message, ReadOnlySpan<byte> label)
    {
        int at = message.IndexOf(label);
        if (at < 0 || !Utf8Parser.TryParse(message[(at + label.Length)..], out long number, out _))
            throw new InvalidDataException(Encoding.UTF8.GetString(message));
        return number;
    }
}
