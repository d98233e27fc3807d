using System.Diagnostics.CodeAnalysis;
using Amazon.S3;
using Amazon.S3.Model;
using Catalog.Engine.Storage.Blobs;

namespace Catalog.Shell.Cluster.S3;

/// <summary>
/// Blobs as objects of a bucket: the key is <see cref="S3Options.Prefix"/> and the name, and a <see cref="BlobFooter"/>
/// stands behind the content, so an object is the same file as the local disk has. Thread-safe.
/// </summary>
/// <remarks>
/// Small blobs take one request to write; larger ones are uploaded in parts, which count for nothing until the last
/// request. Finding takes two requests, reading a range one.
/// </remarks>
public sealed class S3BlobStore : IBlobStore, IDisposable
{
    private readonly S3Requests _requests;

    /// <summary>Makes it; nothing is connected.</summary>
    public S3BlobStore(S3Options options, ILogger<S3BlobStore> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        _requests = new S3Requests(options, log);
    }

    private S3Options Options => _requests.Options;

    /// <summary>Whether the bucket is there and lets us in.</summary>
    /// <exception cref="S3Exception">It is not, does not, or does not answer.</exception>
    public async Task CheckAsync(CancellationToken cancel = default) => await ListAsync("check/", null, 1, cancel);

    /// <inheritdoc/>
    public async ValueTask<BlobInfo> PutAsync(
        string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        await using var upload = new S3Upload(_requests, KeyOf(name));
        try
        {
            await write(upload, cancel);
            return await upload.EndAsync(name, cancel);
        }
        catch
        {
            await upload.AbortAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The object does not end as a blob does.</exception>
    public async ValueTask<BlobInfo?> FindAsync(string name, CancellationToken cancel = default)
    {
        string key = KeyOf(name);
        byte[] footer = new byte[BlobFooter.SizeBytes];
        try
        {
            (int read, long length) = await _requests.ReadAsync(key, 0, footer, cancel);
            if (length > footer.Length)
                (read, _) = await _requests.ReadAsync(key, length - footer.Length, footer, cancel);
            if (!BlobFooter.TryRead(footer.AsSpan(0, read), length, out uint crc)) throw Damaged(name);
            return new BlobInfo(name, length - footer.Length, crc);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "InvalidRange")
        {
            throw Damaged(name);
        }
        catch (AmazonS3Exception)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(
        string name, long offset, Memory<byte> buffer, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        string key = KeyOf(name);
        if (buffer.IsEmpty) return 0;
        try
        {
            (int read, long length) = await _requests.ReadAsync(key, offset, buffer, cancel);
            return (int)Math.Clamp(length - BlobFooter.SizeBytes - offset, 0, read);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "InvalidRange")
        {
            return 0;
        }
        catch (AmazonS3Exception e)
        {
            throw new BlobMissingException(name, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string name, CancellationToken cancel = default)
    {
        var request = new DeleteObjectRequest { BucketName = Options.Bucket, Key = KeyOf(name) };
        try
        {
            await _requests.SendAsync((client, stop) => client.DeleteObjectAsync(request, stop), cancel);
        }
        catch (AmazonS3Exception)
        {
            // Some servers say that it was not there.
        }
    }

    /// <inheritdoc/>
    public async ValueTask<BlobPage> ListAsync(
        string prefix, string? after, int limit, CancellationToken cancel = default)
    {
        BlobName.CheckListing(prefix, limit);
        var entries = new List<BlobEntry>();
        string? token = null;
        while (true)
        {
            ListObjectsV2Response page = await ListPageAsync(prefix, after, (limit - entries.Count, token), cancel);
            foreach (S3Object found in page.S3Objects ?? [])
            {
                if (TryNameOf(found.Key, out string? name))
                    entries.Add(new BlobEntry(name, Math.Max(0, (found.Size ?? 0) - BlobFooter.SizeBytes)));
            }

            // A page may be full of folders, and then holds less than was asked for.
            if (page.IsTruncated is not true || entries.Count >= limit)
                return new BlobPage(entries, page.IsTruncated is true);
            token = page.NextContinuationToken;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _requests.Dispose();

    private Task<ListObjectsV2Response> ListPageAsync(
        string prefix, string? after, (int Limit, string? Token) page, CancellationToken cancel)
    {
        var request = new ListObjectsV2Request
        {
            BucketName = Options.Bucket,
            Prefix = Options.Prefix + prefix,
            Delimiter = "/",
            StartAfter = after is null ? null : Options.Prefix + after,
            ContinuationToken = page.Token,
            MaxKeys = page.Limit,
        };
        return _requests.SendAsync((client, stop) => client.ListObjectsV2Async(request, stop), cancel);
    }

    private string KeyOf(string name)
    {
        BlobName.Check(name);
        return Options.Prefix + name;
    }

    private bool TryNameOf(string key, [NotNullWhen(true)] out string? name)
    {
        name = key.StartsWith(Options.Prefix, StringComparison.Ordinal) ? key[Options.Prefix.Length..] : null;
        return BlobName.IsValid(name);
    }

    private static InvalidDataException Damaged(string name) =>
        new($"The object of blob '{name}' does not end as a blob does.");
}
