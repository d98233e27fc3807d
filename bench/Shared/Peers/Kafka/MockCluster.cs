using System.Runtime.InteropServices;
using System.Text;

namespace Catalog.Bench.Shared.Peers.Kafka;

/// <summary>
/// librdkafka's mock cluster: brokers that speak the present protocol over TCP and keep everything in memory. They can
/// be taken away, brought back, and told to refuse.
/// </summary>
internal sealed class MockCluster : IDisposable
{
    private const string Library = "librdkafka.so.1";
    private const int Producer = 0;
    private const int ErrorChars = 512;
    private readonly nint _handle;
    private readonly nint _cluster;

    /// <summary>Starts so many brokers.</summary>
    /// <exception cref="PeerMissingException">The library is not installed.</exception>
    public MockCluster(int brokers)
    {
        if (!NativeLibrary.TryLoad(Library, out _)) throw new PeerMissingException(Library, "librdkafka1");
        var error = new StringBuilder(ErrorChars);
        _handle = rd_kafka_new(Producer, rd_kafka_conf_new(), error, ErrorChars);
        if (_handle == 0) throw new InvalidOperationException($"librdkafka: {error}");
        _cluster = rd_kafka_mock_cluster_new(_handle, brokers);
    }

    /// <summary>Where clients begin.</summary>
    public string BootstrapServers => Marshal.PtrToStringUTF8(rd_kafka_mock_cluster_bootstraps(_cluster))!;

    /// <summary>Takes a broker away, or brings it back. The first is 1.</summary>
    public void SetUp(int broker, bool isUp)
    {
        if (isUp) _ = rd_kafka_mock_broker_set_up(_cluster, broker);
        else _ = rd_kafka_mock_broker_set_down(_cluster, broker);
    }

    /// <summary>Answers the next requests of a kind with errors, by the protocol's numbers.</summary>
    public void Refuse(short request, int[] errors) =>
        rd_kafka_mock_push_request_errors_array(_cluster, request, (nuint)errors.Length, errors);

    /// <inheritdoc/>
    public void Dispose()
    {
        rd_kafka_mock_cluster_destroy(_cluster);
        rd_kafka_destroy(_handle);
    }

    [DllImport(Library)]
    private static extern nint rd_kafka_conf_new();

    [DllImport(Library, CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern nint rd_kafka_new(int type, nint conf, StringBuilder error, nuint size);

    [DllImport(Library)]
    private static extern void rd_kafka_destroy(nint handle);

    [DllImport(Library)]
    private static extern nint rd_kafka_mock_cluster_new(nint handle, int brokers);

    [DllImport(Library)]
    private static extern void rd_kafka_mock_cluster_destroy(nint cluster);

    [DllImport(Library)]
    private static extern nint rd_kafka_mock_cluster_bootstraps(nint cluster);

    [DllImport(Library)]
    private static extern int rd_kafka_mock_broker_set_down(nint cluster, int broker);

    [DllImport(Library)]
    private static extern int rd_kafka_mock_broker_set_up(nint cluster, int broker);

    [DllImport(Library)]
    private static extern void rd_kafka_mock_push_request_errors_array(
        nint cluster, short request, nuint count, int[] errors);
}
