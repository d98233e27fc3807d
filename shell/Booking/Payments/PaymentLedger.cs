using System.Buffers.Binary;
using System.Numerics;

namespace Catalog.Shell.Booking.Payments;

/// <summary>
/// The simulated provider's memory: one file, only ever appended to, synced before anybody is told.
/// <code>
/// record   kind:1 | reason:1 | 0:2 | crc32c:4 | payment:8 | amount:8 | time:8     32 bytes, little-endian
/// </code>
/// A torn last record, as a power cut leaves it, is cut off when the file is opened. Thread-safe; callers that come
/// together share one sync.
/// </summary>
public sealed class PaymentLedger : IPaymentLedger, IDisposable
{
    private const int RecordBytes = 32;
    private const byte Settled = 1;
    private const byte Refunded = 2;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _sync = new(1, 1);
    private readonly Dictionary<ulong, LedgerEntry> _entries = [];
    private readonly byte[] _record = new byte[RecordBytes];
    private readonly FileStream _file;
    private long _appended;
    private long _durable;
    private bool _hasFailed;

    /// <summary>Opens the file, making it and its folder when they are not there. O(payments).</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public PaymentLedger(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        Load();
    }

    /// <summary>Payments it knows.</summary>
    public int Count
    {
        get { lock (_gate) return _entries.Count; }
    }

    /// <summary>Looks a payment up.</summary>
    public bool TryFind(ulong paymentId, out LedgerEntry entry)
    {
        lock (_gate) return _entries.TryGetValue(paymentId, out entry);
    }

    /// <summary>Where it is in a data folder.</summary>
    internal static string PathIn(string folder) => Path.Combine(folder, "payments", "ledger");

    /// <summary>Every payment, with its times. Reads the file: O(payments).</summary>
    internal List<SettledPayment> ReadAll()
    {
        var all = new Dictionary<ulong, SettledPayment>();
        Span<byte> record = stackalloc byte[RecordBytes];
        long end;
        lock (_gate) end = _appended * RecordBytes;
        for (long at = 0; at < end; at += RecordBytes)
        {
            if (RandomAccess.Read(_file.SafeFileHandle, record, at) != RecordBytes)
                throw new IOException($"The payment ledger ends at byte {at}, before its last record.");
            ulong id = BinaryPrimitives.ReadUInt64LittleEndian(record[8..]);
            long amountCents = BinaryPrimitives.ReadInt64LittleEndian(record[16..]);
            long timeMs = BinaryPrimitives.ReadInt64LittleEndian(record[24..]);
            all[id] = record[0] == Refunded
                ? all[id] with { RefundedMs = timeMs }
                : new SettledPayment(id, (PaymentReason)record[1], amountCents, timeMs, RefundedMs: null);
        }

        return [.. all.Values];
    }

    /// <inheritdoc/>
    public async ValueTask<PaymentOutcome> SettleAsync(
        ulong paymentId, PaymentReason reason, long amountCents, long timeMs)
    {
        PaymentOutcome outcome;
        long until;
        lock (_gate)
        {
            if (_entries.TryGetValue(paymentId, out LedgerEntry known))
            {
                outcome = known.Outcome;
            }
            else
            {
                outcome = OutcomeOf(reason);
                Append(Settled, paymentId, reason, amountCents, timeMs);
                _entries.Add(paymentId, new LedgerEntry(outcome, amountCents, IsRefunded: false));
            }

            until = _appended;
        }

        await SyncAsync(until);
        return outcome;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RefundAsync(ulong paymentId, long timeMs)
    {
        long until;
        lock (_gate)
        {
            if (!_entries.TryGetValue(paymentId, out LedgerEntry known)) return false;
            if (known.Outcome.Status != PaymentStatus.Approved) return false;
            if (!known.IsRefunded)
            {
                Append(Refunded, paymentId, PaymentReason.None, known.AmountCents, timeMs);
                _entries[paymentId] = known with { IsRefunded = true };
            }

            until = _appended;
        }

        await SyncAsync(until);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _sync.Dispose();
    }

    internal static PaymentOutcome OutcomeOf(PaymentReason reason) =>
        new(reason == PaymentReason.None ? PaymentStatus.Approved : PaymentStatus.Declined, reason);

    private void Append(byte kind, ulong paymentId, PaymentReason reason, long amountCents, long timeMs)
    {
        if (_hasFailed) throw new IOException("The payment ledger failed earlier; it is read again at the next start.");
        _record[0] = kind;
        _record[1] = (byte)reason;
        BinaryPrimitives.WriteUInt64LittleEndian(_record.AsSpan(8), paymentId);
        BinaryPrimitives.WriteInt64LittleEndian(_record.AsSpan(16), amountCents);
        BinaryPrimitives.WriteInt64LittleEndian(_record.AsSpan(24), timeMs);
        BinaryPrimitives.WriteUInt32LittleEndian(_record.AsSpan(4), ChecksumOf(_record));
        try
        {
            _file.Write(_record);
        }
        catch
        {
            _hasFailed = true;
            throw;
        }

        _appended++;
    }

    /// <summary>Returns when the first <paramref name="until"/> records are durable.</summary>
    private async ValueTask SyncAsync(long until)
    {
        if (Volatile.Read(ref _durable) >= until) return;
        await _sync.WaitAsync();
        try
        {
            if (_durable >= until) return;
            if (_hasFailed) throw new IOException("The payment ledger failed earlier.");
            long appended;
            lock (_gate) appended = _appended;
            await Task.Run(() => _file.Flush(flushToDisk: true));
            Volatile.Write(ref _durable, appended);
        }
        catch (IOException)
        {
            // After a failed sync nobody knows what the disk has: no second try on the same file handle.
            _hasFailed = true;
            throw;
        }
        finally
        {
            _sync.Release();
        }
    }

    private void Load()
    {
        Span<byte> record = stackalloc byte[RecordBytes];
        while (_file.ReadAtLeast(record, RecordBytes, throwOnEndOfStream: false) == RecordBytes && Take(record))
            _appended++;
        _file.SetLength(_appended * RecordBytes);
        _file.Position = _appended * RecordBytes;
        _durable = _appended;
    }

    private bool Take(ReadOnlySpan<byte> record)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(record[4..]) != ChecksumOf(record)) return false;
        ulong paymentId = BinaryPrimitives.ReadUInt64LittleEndian(record[8..]);
        if (record[0] == Refunded)
        {
            _entries[paymentId] = _entries[paymentId] with { IsRefunded = true };
            return true;
        }

        long amountCents = BinaryPrimitives.ReadInt64LittleEndian(record[16..]);
        _entries[paymentId] = new LedgerEntry(OutcomeOf((PaymentReason)record[1]), amountCents, IsRefunded: false);
        return record[0] == Settled;
    }

    private static uint ChecksumOf(ReadOnlySpan<byte> record)
    {
        uint crc = BitOperations.Crc32C(uint.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(record));
        for (int i = 8; i < RecordBytes; i += 8)
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(record[i..]));
        return ~crc;
    }
}
