using Amazon.S3;
using Amazon.S3.Model;
using Catalog.Engine.Storage.Blobs;

namespace Catalog.Shell.Cluster.S3;

/// <summary>
/// Uploads a blob while it is written: what fits into one part in one request, more as a multipart upload of which
/// several parts are under way at a time. Not thread-safe.
/// </summary>
internal sealed class S3Upload(S3Requests requests, string key)
    : BlobWriteStream(requests.Options.PartMegabytes * MegaByte, hasFooter: true)
{
    private const int MegaByte = 1024 * 1024;
    private const int MaxParts = 10_000;
    private readonly SemaphoreSlim _slots = new(requests.Options.Concurrency);
    private readonly CancellationTokenSource _failed = new();
    private readonly Stack<byte[]> _free = new();
    private readonly List<Task<PartETag>> _parts = [];
    private string? _id;

    /// <summary>Gives up what was begun; the server forgets the parts it has. Never throws.</summary>
    internal async ValueTask AbortAsync()
    {
        await _failed.CancelAsync();
        await Task.WhenAll(_parts).ContinueWith(static _ => { }, TaskScheduler.Default);
        if (_id is not { } id) return;
        await requests.TryAsync("AbortMultipartUpload", key, (client, cancel) => client.AbortMultipartUploadAsync(
            new AbortMultipartUploadRequest { BucketName = requests.Options.Bucket, Key = key, UploadId = id },
            cancel));
    }

    /// <inheritdoc/>
    protected override async ValueTask<byte[]> WriteBlockAsync(
        byte[] block, int count, bool isLast, CancellationToken cancel)
    {
        if (isLast && _parts.Count == 0)
        {
            await PutAsync(block, count, cancel);
            return block;
        }

        if (_parts.Count == MaxParts)
        {
            throw new IOException($"A blob has at most {MaxParts} parts: raise "
                + $"{S3Options.Section}:{nameof(S3Options.PartMegabytes)}.");
        }

        _id ??= await InitiateAsync(cancel);
        await _slots.WaitAsync(cancel);
        Task<PartETag>? broken = _parts.Find(static part => part.IsFaulted || part.IsCanceled);
        if (broken is not null) await broken;
        _parts.Add(UploadPartAsync(_id, _parts.Count + 1, block, count, cancel));
        if (isLast)
        {
            await CompleteAsync(_id, await Task.WhenAll(_parts), cancel);
            return block;
        }

        lock (_free) return _free.TryPop(out byte[]? free) ? free : new byte[block.Length];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _slots.Dispose();
            _failed.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task PutAsync(byte[] block, int count, CancellationToken cancel)
    {
        while (true)
        {
            (string? crc, string? md5) = ChecksumOf(block, count);
            PutObjectResponse answer = await requests.SendAsync(
                (client, stop) => client.PutObjectAsync(
                    new PutObjectRequest
                    {
                        BucketName = requests.Options.Bucket,
                        Key = key,
                        InputStream = new MemoryStream(block, 0, count, writable: false),
                        ChecksumCRC32C = crc,
                        MD5Digest = md5,
                        UseChunkEncoding = false,
                        ContentType = "application/octet-stream",
                    },
                    stop),
                cancel);
            if (crc is null || requests.Checksums.WasChecked(crc, answer.ChecksumCRC32C)) return;
        }
    }

    private async Task<string> InitiateAsync(CancellationToken cancel)
    {
        InitiateMultipartUploadResponse answer = await requests.SendAsync(
            (client, stop) => client.InitiateMultipartUploadAsync(
                new InitiateMultipartUploadRequest
                {
                    BucketName = requests.Options.Bucket,
                    Key = key,
                    ChecksumAlgorithm = requests.Checksums.IsCrc ? ChecksumAlgorithm.CRC32C : null,
                    ContentType = "application/octet-stream",
                },
                stop),
            cancel);
        return answer.UploadId;
    }

    private async Task<PartETag> UploadPartAsync(
        string id, int number, byte[] block, int count, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _failed.Token);
        try
        {
            while (true)
            {
                (string? crc, string? md5) = ChecksumOf(block, count);
                UploadPartResponse answer = await requests.SendAsync(
                    (client, stop) => client.UploadPartAsync(
                        new UploadPartRequest
                        {
                            BucketName = requests.Options.Bucket,
                            Key = key,
                            UploadId = id,
                            PartNumber = number,
                            PartSize = count,
                            InputStream = new MemoryStream(block, 0, count, writable: false),
                            ChecksumCRC32C = crc,
                            MD5Digest = md5,
                            UseChunkEncoding = false,
                        },
                        stop),
                    either.Token);
                if (crc is null || requests.Checksums.WasChecked(crc, answer.ChecksumCRC32C))
                    return new PartETag(answer);
            }
        }
        finally
        {
            lock (_free) _free.Push(block);
            _slots.Release();
        }
    }

    private async Task CompleteAsync(string id, PartETag[] parts, CancellationToken cancel)
    {
        await requests.SendAsync(
            (client, stop) => client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest
                {
                    BucketName = requests.Options.Bucket,
                    Key = key,
                    UploadId = id,
                    PartETags = [.. parts],
                },
                stop),
            cancel);
        _id = null;
    }

    private (string? Crc, string? Md5) ChecksumOf(byte[] block, int count) => requests.Checksums.IsCrc
        ? (S3Checksums.Crc32COf(block.AsSpan(0, count)), null)
        : (null, S3Checksums.Md5Of(block.AsSpan(0, count)));
}
