using System.CommandLine;
using System.Globalization;
using Catalog.Bench.Shared.Peers.Kafka;

namespace Catalog.Bench.Shared.Commands;

/// <summary>
/// <c>mock-kafka</c>: a mock cluster in a process of its own. Prints where it is, then does what it is told on its
/// input, a line each (<c>down N</c>, <c>up N</c>, <c>refuse REQUEST ERROR…</c>), answers <c>ok</c>, and ends with it.
/// </summary>
internal static class MockKafkaCommand
{
    public static Command Create()
    {
        var command = new Command("mock-kafka", "A Kafka cluster in memory, to try things out; ends with its input.");
        var brokers = new Option<int>("--brokers") { Description = "How many.", DefaultValueFactory = _ => 3 };
        command.Options.Add(brokers);
        command.SetAction(parsed => Run(parsed.GetValue(brokers)));
        return command;
    }

    private static void Run(int brokers)
    {
        using var cluster = new MockCluster(brokers);
        Console.WriteLine(cluster.BootstrapServers);
        while (Console.ReadLine() is { } line)
        {
            Obey(cluster, line.Split(' '));
            Console.WriteLine("ok");
        }
    }

    private static void Obey(MockCluster cluster, string[] words)
    {
        int[] numbers = [.. words.Skip(1).Select(static word => int.Parse(word, CultureInfo.InvariantCulture))];
        switch (words[0])
        {
            case "down": cluster.SetUp(numbers[0], isUp: false); break;
            case "up": cluster.SetUp(numbers[0], isUp: true); break;
            case "refuse": cluster.Refuse((short)numbers[0], numbers[1..]); break;
            default: throw new ArgumentException($"'{words[0]}' is none of down, up, refuse.");
        }
    }
}
