using Catalog.Bench.Gateway.Generator;

namespace Catalog.Engine.Tests.Bench.Gateway;

public sealed class FrameCounterTests
{
    private const int MinBytes = 128;

    /// <summary>Lengths on both sides of each form of header, and of what counts as a delivery.</summary>
    private static readonly int[] Lengths = [0, 1, 125, 126, 127, 128, 129, 65_535, 65_536, 200];

    private static readonly byte[] Stream =
    [
        .. Lengths.SelectMany(length => Frame(0x81, length)), .. Frame(0x89, 0), .. Frame(0x89, 5), .. Frame(0x82, 128),
    ];

    private static int Deliveries => Lengths.Count(length => length >= MinBytes) + 1;

    [Fact]
    public void Deliveries_are_counted_wherever_the_stream_is_cut()
    {
        int[] cuts = [.. Enumerable.Range(0, 1200), .. Enumerable.Range(Stream.Length - 500, 500)];
        foreach (int cut in cuts)
        {
            var counter = new FrameCounter(MinBytes, countsRecords: false);
            int found = counter.Count(Stream.AsSpan(0, cut));
            found += counter.Count(Stream.AsSpan(cut));
            Assert.Equal((Deliveries, true, 2), (found, counter.IsBetweenFrames, counter.TakePings()));
        }
    }

    [Fact]
    public void Deliveries_are_counted_byte_by_byte()
    {
        var counter = new FrameCounter(MinBytes, countsRecords: false);
        int found = 0;
        for (int i = 0; i < Stream.Length; i++) found += counter.Count(Stream.AsSpan(i, 1));
        Assert.Equal((Deliveries, false), (found, counter.IsClosed));
    }

    [Fact]
    public void A_delivery_counts_at_its_last_byte_and_not_before()
    {
        byte[] frame = Frame(0x81, MinBytes);
        var counter = new FrameCounter(MinBytes, countsRecords: false);
        Assert.Equal(0, counter.Count(frame.AsSpan(0, frame.Length - 1)));
        Assert.False(counter.IsBetweenFrames);
        Assert.Equal(1, counter.Count(frame.AsSpan(frame.Length - 1)));
    }

    [Fact]
    public void Records_are_counted_in_payloads_and_not_in_headers()
    {
        // The second frame's length is 0x1e: a record's end where none may be seen.
        byte[] stream = [0x81, 4, 1, 0x1e, 2, 0x1e, 0x81, 0x1e, .. new byte[0x1e], 0x89, 1, 0x1e];
        for (int cut = 0; cut <= stream.Length; cut++)
        {
            var counter = new FrameCounter(MinBytes, countsRecords: true);
            Assert.Equal(2, counter.Count(stream.AsSpan(0, cut)) + counter.Count(stream.AsSpan(cut)));
        }
    }

    [Fact]
    public void A_close_frame_is_noticed()
    {
        var counter = new FrameCounter(MinBytes, countsRecords: false);
        counter.Count([0x88, 2, 3, 0xe8]);
        Assert.True(counter.IsClosed);
    }

    [Fact]
    public void Masked_bytes_are_no_servers() => Assert.Throws<InvalidDataException>(
        () => new FrameCounter(MinBytes, countsRecords: false).Count(ClientFrame.Text("hello")));

    private static byte[] Frame(byte first, int length)
    {
        byte[] header = length switch
        {
            < 126 => [first, (byte)length],
            < 65_536 => [first, 126, (byte)(length >> 8), (byte)length],
            _ => [first, 127, 0, 0, 0, 0, 0, (byte)(length >> 16), (byte)(length >> 8), (byte)length],
        };
        return [.. header, .. Enumerable.Repeat((byte)0x1e, length)];
    }
}
