using System.Globalization;
using Catalog.Bench.Shared.Measure;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>What one fan-out gave.</summary>
internal sealed class FanOutScore
{
    /// <summary>From publishing until the last receiver has a message.</summary>
    public LatencyHistogram Completion { get; } = new();

    /// <summary>Messages all receivers got, counted one a receiver.</summary>
    public long DeliveredCount { get; set; }

    /// <summary>Receives it took.</summary>
    public long ReceiveCount { get; set; }

    /// <summary>How long it ran.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Processor time of the generator.</summary>
    public TimeSpan GeneratorCpu { get; set; }

    /// <summary>Processor time of the server.</summary>
    public TimeSpan ServerCpu { get; set; }

    /// <summary>Bytes the server allocated, if it can tell.</summary>
    public long AllocatedBytes { get; set; }

    /// <summary>Deliveries a second.</summary>
    public double PerSecond => DeliveredCount / Elapsed.TotalSeconds;

    /// <summary>The server's processor time a delivery, in nanoseconds.</summary>
    public double ServerNs => ServerCpu.TotalNanoseconds / DeliveredCount;

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{PerSecond:N0} deliveries/s · complete p50 {Completion.PercentileMs(50):0.00} p99 " +
        $"{Completion.PercentileMs(99):0.00} ms · {(double)DeliveredCount / ReceiveCount:0.0} a read · server " +
        $"{ServerCpu / Elapsed:0.00} cores, {ServerNs:0} ns each · generator {GeneratorCpu / Elapsed:0.00} cores");
}
