using BenchmarkDotNet.Attributes;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Bench.Booking;

/// <summary>The fact of a hold to MessagePack and back.</summary>
public class MicroWire
{
    private readonly ByteBuffer _buffer = new();
    private SeatsHeld _fact;
    private byte[] _bytes = [];

    [GlobalSetup]
    public void SetUp()
    {
        var claim = new SeatClaim(new SeatList(100, 333, 555, 999), 0, 0, 4_000);
        long expiryMs = HoldWorkload.StartMs + HoldWorkload.HoldMs;
        _fact = new SeatsHeld(17, new HoldToken(17 << 16), 123_456, expiryMs, claim);
        Write();
        _bytes = _buffer.WrittenSpan.ToArray();
    }

    [Benchmark]
    public int Write()
    {
        _buffer.Clear();
        var writer = new MessagePackWriter(_buffer);
        _fact.Write(ref writer);
        writer.Flush();
        return _buffer.Length;
    }

    [Benchmark]
    public ulong Read()
    {
        var reader = new MessagePackReader(_bytes);
        return SeatsHeld.Read(ref reader, SeatsHeld.Version).UserId;
    }
}
