using Catalog.Engine.Core.Consumers;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Events;

/// <summary>
/// A consumer, run here for as long as it is this server's to run. One caller at a time starts and stops; the rest may
/// be read beside it.
/// </summary>
internal sealed class ConsumerDuty(TimedConsumer consumer, Func<ConsumerRunner> makeRunner, ICluster cluster)
{
    private volatile ConsumerRunner _runner = makeRunner();
    private volatile bool _isRunning;

    /// <summary>The consumer's name.</summary>
    public string Name => consumer.Name;

    /// <summary>How old the last facts were.</summary>
    public RecentLag Lag => consumer.Lag;

    /// <summary>What runs it; a new one each time the duty comes.</summary>
    public ConsumerRunner Runner => _runner;

    /// <summary>Whether it is this server's, now.</summary>
    public bool IsHere => cluster.HasDuty(Name);

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => _isRunning;

    /// <summary>The position the journal must be kept from because of this server.</summary>
    public long MinimumOffset => IsHere || _isRunning ? _runner.MinimumOffset : long.MaxValue;

    /// <summary>Starts it from its durable offset.</summary>
    /// <exception cref="InvalidDataException">What was saved is damaged, or the journal has not what comes
    /// next.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        await _runner.StartAsync(cancel);
        _isRunning = true;
    }

    /// <summary>Ends it after the fact at hand; it can be started again.</summary>
    public async Task StopAsync()
    {
        try
        {
            await _runner.StopAsync();
        }
        finally
        {
            // A runner that was stopped does not start again.
            _runner = makeRunner();
            _isRunning = false;
        }
    }
}
