using System.Text;
using System.Text.RegularExpressions;
using Catalog.Engine.Core.Memory;
using Catalog.WsGateway;
using Catalog.WsGateway.Loops;

namespace Catalog.Engine.Tests.Gateway.Loops;

/// <summary>A socket with as much room as the test gives it.</summary>
internal sealed partial class FakeOutbound(GatewayConnection connection) : Outbound
{
    private readonly ByteBuffer _written = new(64 * 1024);
    private byte[]? _rest;
    private (int Start, int Count) _range;
    private int _taken;

    internal GatewayConnection Connection { get; } = connection;

    /// <summary>Bytes it still takes.</summary>
    internal long Room { get; private set; } = long.MaxValue;

    internal int WriteCount { get; private set; }

    internal bool IsAborted { get; private set; }

    internal bool IsFinished { get; private set; }

    internal override int TakenByResume => _taken;

    /// <summary>Frames that came whole, in short: a number published, "gap 7", "close 4408", "ping".</summary>
    internal List<string> Frames => [.. Split().Select(Shorten)];

    /// <summary>Everything that came, as text.</summary>
    internal string Written => Encoding.UTF8.GetString(_written.WrittenSpan);

    internal List<int> Numbers => [.. Frames.Where(frame => int.TryParse(frame, out _)).Select(int.Parse)];

    internal void Forget()
    {
        _written.Clear();
        WriteCount = 0;
    }

    /// <summary>Lets it take so many bytes from now on; what waits to be sent is sent as far as they go.</summary>
    internal void Give(long roomBytes)
    {
        Room = roomBytes;
        if (_rest is null) return;
        int count = (int)Math.Min(Room, _range.Count);
        _written.Write(_rest.AsSpan(_range.Start, count));
        Room -= count;
        _taken = count;
        _rest = null;
        Connection.Loop.PostWritable(Connection);
    }

    internal override bool TryWrite(ReadOnlySpan<byte> bytes, out int taken)
    {
        Assert.Null(_rest);
        Assert.False(bytes.IsEmpty);
        WriteCount++;
        taken = (int)Math.Min(Room, bytes.Length);
        _written.Write(bytes[..taken]);
        if (Room != long.MaxValue) Room -= taken;
        return taken == bytes.Length;
    }

    internal override void Resume(byte[] rest, int start, int count)
    {
        Assert.Null(_rest);
        Assert.True(count > 0);
        (_rest, _range) = (rest, (start, count));
    }

    internal override void Finish() => IsFinished = true;

    internal override void Abort() => IsAborted = true;

    private IEnumerable<byte[]> Split()
    {
        byte[] bytes = _written.WrittenSpan.ToArray();
        int at = 0;
        while (at < bytes.Length)
        {
            int size = bytes[at + 1];
            Assert.True(size < 128, "a server's frame is not masked");
            int header = size == 126 ? 4 : size == 127 ? 10 : 2;
            long length = header == 2 ? size : 0;
            for (int i = 2; i < header; i++) length = (length << 8) | bytes[at + i];
            if (at + header + length > bytes.Length) yield break;
            yield return bytes[at..(int)(at + header + length)];
            at += (int)(header + length);
        }
    }

    private static string Shorten(byte[] frame)
    {
        if (frame[0] == 0x88) return $"close {(frame[2] << 8) | frame[3]}";
        if (frame[0] == 0x89) return "ping";
        string text = Encoding.UTF8.GetString(frame);
        if (text.Contains("\"event\":\"gap\"", StringComparison.Ordinal))
            return $"gap {GapOffset().Match(text).Groups[1].Value}";
        return Data().Match(text).Groups[1].Value;
    }

    [GeneratedRegex("\"offset\":(\\d+)")]
    private static partial Regex GapOffset();

    [GeneratedRegex("\"data\":\"?([^\"}]*)")]
    private static partial Regex Data();
}
