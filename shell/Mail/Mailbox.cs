using Catalog.Engine.Storage.Disks;

namespace Catalog.Shell.Mail;

/// <summary>
/// A day's mails in one file that is only appended to, each position once. When it is opened, what a crash tore off its
/// end is cut, and what is damaged further in is overwritten with empty lines, so that no whole mail is lost for it.
/// </summary>
/// <remarks>
/// Invariants: (1) the positions known are those of the whole mails in the file, ascending; (2) the last whole mail
/// ends where the next will stand. 8 bytes of memory a mail. For one writer.
/// </remarks>
internal sealed class Mailbox : IDisposable
{
    private const int WindowBytes = 256 * 1024;

    private readonly IDiskFile _file;
    private readonly List<long> _positions = [];
    private byte[] _window = [];
    private long _windowStart;
    private int _windowLength;
    private long _end;
    private long _keptEnd;
    private bool _isDirty = true;

    /// <summary>Reads what is there. O(bytes).</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal Mailbox(IDiskFile file, string day)
    {
        _file = file;
        Day = day;
        _end = Scan();
        if (_end < _file.LengthBytes) _file.SetLength(_end);
        _keptEnd = _end;
        _window = [];
    }

    /// <summary>The day it is of.</summary>
    internal string Day { get; }

    /// <summary>Appends a mail unless it is there. O(log mails) and a write.</summary>
    /// <returns>False when it was there.</returns>
    /// <exception cref="IOException">It could not be written; it is as if it had not been tried.</exception>
    internal bool Append(OutboxMail mail)
    {
        int index = _positions.BinarySearch(mail.Position);
        if (index >= 0) return false;
        byte[] bytes = MailFormat.Encode(mail);
        _file.Write(_end, bytes);
        _end += bytes.Length;
        _positions.Insert(~index, mail.Position);
        _isDirty = true;
        return true;
    }

    /// <summary>Makes everything appended durable; nothing is done when it is.</summary>
    /// <exception cref="IOException">
    /// It may not be: nobody knows what the disk has, so what was appended since is taken back.
    /// </exception>
    internal void Sync()
    {
        if (!_isDirty) return;
        try
        {
            _file.Sync();
        }
        catch (IOException)
        {
            _file.SetLength(_keptEnd);
            throw;
        }

        _keptEnd = _end;
        _isDirty = false;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <returns>Where the last whole mail ends.</returns>
    private long Scan()
    {
        long at = 0;
        long end = 0;
        while (at < _file.LengthBytes)
        {
            if (TryReadMail(at, out long next))
            {
                Blank(end, at);
                end = next;
            }
            else
            {
                next = NextSeparator(at + 1);
            }

            at = next;
        }

        _positions.Sort();
        return end;
    }

    private void Blank(long from, long to)
    {
        if (from == to) return;
        byte[] lines = new byte[to - from];
        lines.AsSpan().Fill((byte)'\n');
        _file.Write(from, lines);
    }

    private bool TryReadMail(long at, out long next)
    {
        next = at;
        if (!MailFormat.TryReadHead(Bytes(at, MailFormat.MaxHeadBytes), out MailHead head)) return false;
        ReadOnlySpan<byte> content = Bytes(at + head.HeadBytes, head.ContentBytes);
        if (content.Length < head.ContentBytes || MailFormat.ChecksumOf(content) != head.Checksum) return false;
        _positions.Add(head.Position);
        next = at + head.HeadBytes + head.ContentBytes;
        return true;
    }

    private long NextSeparator(long at)
    {
        while (at < _file.LengthBytes)
        {
            ReadOnlySpan<byte> bytes = Bytes(at, WindowBytes);
            int found = bytes.IndexOf(MailFormat.Separator);
            if (found >= 0) return at + found;

            // It may begin at the end of what was looked at.
            at += Math.Max(1, bytes.Length - MailFormat.Separator.Length);
        }

        return at;
    }

    /// <summary>Up to so many bytes of the file; fewer only at its end.</summary>
    private ReadOnlySpan<byte> Bytes(long at, int count)
    {
        bool isInside = at >= _windowStart && at + count <= _windowStart + _windowLength;
        if (!isInside)
        {
            if (_window.Length < count) _window = new byte[Math.Max(count, WindowBytes)];
            _windowStart = at;
            _windowLength = _file.Read(at, _window);
        }

        int offset = (int)(at - _windowStart);
        return _window.AsSpan(offset, Math.Min(count, _windowLength - offset));
    }
}
