using System.Diagnostics;
using System.Text;
using Catalog.Shell.Cluster.Kafka;
using Confluent.Kafka;

namespace Catalog.Engine.Tests.Cluster.Kafka;

/// <summary>Somebody else's program that reads topics from the beginning.</summary>
internal sealed class TopicReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IConsumer<byte[], byte[]> _consumer;

    internal TopicReader(KafkaOptions options, params string[] topics)
    {
        _consumer = new KafkaClients(options).Consumer($"reader-{Guid.NewGuid():N}").Build();
        _consumer.Subscribe(topics.Select(topic => options.Prefix + topic));
    }

    /// <summary>Reads until it has seen enough.</summary>
    internal List<ConsumeResult<byte[], byte[]>> ReadUntil(Func<List<ConsumeResult<byte[], byte[]>>, bool> isEnough)
    {
        var all = new List<ConsumeResult<byte[], byte[]>>();
        long start = Stopwatch.GetTimestamp();
        while (!isEnough(all))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
                Assert.Fail($"Not there: only {all.Count} messages: {string.Join('\n', all.Select(TextOf))}");
            try
            {
                if (_consumer.Consume(TimeSpan.FromMilliseconds(100)) is { } one) all.Add(one);
            }
            catch (ConsumeException notYet) when (notYet.Error.Code == ErrorCode.UnknownTopicOrPart)
            {
                // Nobody has written to it so far.
            }
        }

        return all;
    }

    internal static string TextOf(ConsumeResult<byte[], byte[]> one) => Encoding.UTF8.GetString(one.Message.Value);

    public void Dispose()
    {
        _consumer.Close();
        _consumer.Dispose();
    }
}
