namespace Catalog.Shell.Cluster.S3;

/// <summary>
/// Looks at the bucket before anything else starts: a setting that is wrong ends the start with a message, a server
/// that does not answer is warned of, because it may come.
/// </summary>
internal sealed partial class S3Check(S3BlobStore store, S3Options options, ILogger<S3Check> log) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await store.CheckAsync(patience.Token);
        }
        catch (S3Exception e) when (!e.IsSetting)
        {
            Away(log, options.Bucket, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Away(log, options.Bucket, "no answer");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(101, LogLevel.Warning, "The bucket {Bucket} cannot be reached now, and is needed: {Reason}")]
    private static partial void Away(ILogger logger, string bucket, string reason);
}
