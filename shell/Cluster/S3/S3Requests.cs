using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Catalog.Shell.Cluster.S3;

/// <summary>
/// Sends requests: each is tried several times with growing pauses (the library's standard mode) and ends by its
/// deadline. What fails becomes an <see cref="S3Exception"/>. Thread-safe.
/// </summary>
internal sealed partial class S3Requests : IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly ILogger _log;

    internal S3Requests(S3Options options, ILogger log)
    {
        Options = options;
        Checksums = new S3Checksums(options.Checksum);
        _log = log;
        var config = new AmazonS3Config
        {
            AuthenticationRegion = options.Region,
            ForcePathStyle = options.PathStyle,
            MaxErrorRetry = options.Retries,
            RetryMode = RequestRetryMode.Standard,
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            // Uploads carry a checksum of ours, and what is read is checked against the one in the blob.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint.Length > 0) config.ServiceURL = options.Endpoint;
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        _client = string.IsNullOrEmpty(options.AccessKey)
            ? new AmazonS3Client(config)
            : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }

    internal S3Options Options { get; }

    internal S3Checksums Checksums { get; }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Sends one.</summary>
    /// <exception cref="S3Exception">It failed for good, or the deadline passed.</exception>
    /// <exception cref="AmazonS3Exception">There is no such key, or range of it.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    internal async Task<T> SendAsync<T>(
        Func<AmazonS3Client, CancellationToken, Task<T>> request, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(Options.DeadlineSeconds));
        try
        {
            return await request(_client, deadline.Token);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchKey" or "InvalidRange")
        {
            throw;
        }
        catch (Exception e) when (
            S3Exception.IsOfStore(e) || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw S3Exception.Of(Options, e);
        }
    }

    /// <summary>Sends one whose failure changes nothing but is noted.</summary>
    internal async ValueTask TryAsync<T>(
        string what, string key, Func<AmazonS3Client, CancellationToken, Task<T>> request)
    {
        try
        {
            await SendAsync(request, CancellationToken.None);
        }
        catch (Exception e) when (e is S3Exception or AmazonS3Exception)
        {
            Failed(_log, what, key, e.Message);
        }
    }

    /// <summary>Reads a range into a buffer, taking up again where a connection broke.</summary>
    /// <returns>How much was read, and the object's whole length.</returns>
    /// <exception cref="AmazonS3Exception">There is no such key, or range of it.</exception>
    internal async ValueTask<(int Read, long Length)> ReadAsync(
        string key, long offset, Memory<byte> buffer, CancellationToken cancel)
    {
        int read = 0;
        for (int attempt = 0; ; attempt++)
        {
            long start = offset + read;
            using GetObjectResponse answer = await SendAsync(
                (client, stop) => client.GetObjectAsync(
                    new GetObjectRequest
                    {
                        BucketName = Options.Bucket,
                        Key = key,
                        ByteRange = new ByteRange(start, offset + buffer.Length - 1),
                    },
                    stop),
                cancel);
            long length = LengthOf(answer);
            int wanted = (int)Math.Min(buffer.Length, length - offset);
            try
            {
                read += await FillAsync(answer.ResponseStream, buffer[read..wanted], cancel);
                if (read == wanted) return (read, length);
            }
            catch (Exception e) when (S3Exception.IsOfStore(e))
            {
                if (attempt >= Options.Retries) throw S3Exception.Of(Options, e);
            }

            if (attempt >= Options.Retries) throw new IOException($"The answer for '{key}' ends early, every time.");
        }
    }

    private async ValueTask<int> FillAsync(Stream from, Memory<byte> buffer, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(Options.DeadlineSeconds));
        try
        {
            return await from.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, deadline.Token);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw S3Exception.Of(Options, e);
        }
    }

    private static long LengthOf(GetObjectResponse answer)
    {
        // "bytes 0-23/1234"
        string range = answer.ContentRange ?? "";
        return long.TryParse(range.AsSpan(range.IndexOf('/', StringComparison.Ordinal) + 1), out long length)
            ? length
            : throw new IOException("The server does not answer ranges.");
    }

    [LoggerMessage(100, LogLevel.Warning, "S3: {What} of {Key} failed: {Reason}")]
    private static partial void Failed(ILogger logger, string what, string key, string reason);
}
