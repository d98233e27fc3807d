using System.Diagnostics;
using Catalog.Bench.Shared.Peers.Kafka;

namespace Catalog.Engine.Tests.Cluster.Kafka;

/// <summary>librdkafka's mock cluster in a process of its own; ends with its input.</summary>
internal sealed class MockKafka : IDisposable
{
    private readonly Process _process;

    internal MockKafka(int brokers = 3)
    {
        string program = typeof(MockCluster).Assembly.Location;
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, "mock-kafka", "--brokers", $"{brokers}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        BootstrapServers = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The mock cluster did not start.");
    }

    internal string BootstrapServers { get; }

    /// <summary>Tells it something and waits until that is done.</summary>
    internal void Tell(string command)
    {
        _process.StandardInput.WriteLine(command);
        Assert.Equal("ok", _process.StandardOutput.ReadLine());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
