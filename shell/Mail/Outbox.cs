using System.Globalization;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Shell.Mail;

/// <summary>
/// Mails in a file a day, <c>outbox/yyyy-MM-dd.mbox</c>, the day being that of the fact: a mail that comes again meets
/// the file it is in, so there is one a fact whatever happens. A mail is in its file when <see cref="Write"/> returns,
/// and durable once <see cref="Sync"/> does: one sync for however many.
/// </summary>
/// <remarks>
/// Thread-safe: one writes at a time. Files are opened when first written to; two stay open, because around midnight
/// facts of two days come in turns. After a failed sync nothing is taken until the next start, which begins at the
/// offset that was saved last.
/// </remarks>
public sealed class Outbox(IDisk disk) : IDisposable
{
    private const string Folder = "outbox";
    private const int MaxOpen = 2;

    private readonly Lock _gate = new();
    private readonly List<Mailbox> _open = [];
    private bool _hasNewFile;
    private bool _hasFailed;

    /// <summary>
    /// Writes a mail unless it is there. Synchronously: a page of cache takes less time than waiting.
    /// </summary>
    /// <returns>False when it was there.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    public bool Write(OutboxMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(mail.TimeMs);
        lock (_gate)
        {
            ThrowIfFailed();
            return Find(time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append(mail);
        }
    }

    /// <summary>Makes everything written so far durable.</summary>
    /// <exception cref="IOException">It failed.</exception>
    public void Sync()
    {
        lock (_gate) SyncAlone();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (Mailbox mailbox in _open) mailbox.Dispose();
            _open.Clear();
        }
    }

    private void SyncAlone()
    {
        ThrowIfFailed();
        try
        {
            foreach (Mailbox mailbox in _open) mailbox.Sync();
            if (_hasNewFile) disk.SyncFolder(Folder);
            _hasNewFile = false;
        }
        catch (IOException)
        {
            _hasFailed = true;
            throw;
        }
    }

    private void ThrowIfFailed()
    {
        if (_hasFailed) throw new IOException("Writing mails failed earlier; they are written after the next start.");
    }

    private Mailbox Find(string day)
    {
        foreach (Mailbox mailbox in _open)
        {
            if (mailbox.Day == day) return mailbox;
        }

        if (_open.Count == MaxOpen)
        {
            SyncAlone();
            _open[0].Dispose();
            _open.RemoveAt(0);
        }

        var opened = new Mailbox(disk.Open($"{Folder}/{day}.mbox"), day);
        _hasNewFile = true;
        _open.Add(opened);
        return opened;
    }
}
