using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Catalog.Shell.Mail;

/// <summary>
/// A mail as it stands in a mailbox file, which any mail reader opens and any pager shows:
/// <code>
/// From post@catalog.invalid Tue Jan  1 00:00:00 2030             the mbox separator
/// X-Outbox: 4711 512 9f86d081                                    position, bytes that follow, their CRC32C
/// Date: … From: … To: … Subject: … Message-ID: …                 RFC 5322, words encoded by RFC 2047
///
/// Dear …                                                         lines that begin with "From " get a &gt;
/// --part … base64 …                                              a file that goes with it, as RFC 2046 wants it
///                                                                an empty line ends it
/// </code>
/// </summary>
/// <remarks>Source: RFC 4155 (mbox), with the quoting of "mboxrd".</remarks>
internal static class MailFormat
{
    /// <summary>Longer than the first two lines can be.</summary>
    internal const int MaxHeadBytes = 160;

    /// <summary>Longer than any mail: what claims to be longer is damage.</summary>
    internal const int MaxContentBytes = 1 << 20;

    private const string Sender = "post@catalog.invalid";
    private const int MaxHeaderWordBytes = 45;

    /// <summary>How every mail begins.</summary>
    internal static ReadOnlySpan<byte> Separator => "From "u8;

    private static ReadOnlySpan<byte> Mark => "X-Outbox: "u8;

    /// <summary>Writes a mail as bytes.</summary>
    internal static byte[] Encode(OutboxMail mail)
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(mail.TimeMs);
        byte[] content = Encoding.UTF8.GetBytes(ContentOf(mail, time));
        string date = time.ToString("ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture);
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"From {Sender} {date}\nX-Outbox: {mail.Position} {content.Length} {ChecksumOf(content):x8}\n");
        return [.. Encoding.ASCII.GetBytes(head), .. content];
    }

    /// <summary>Reads the two lines a mail begins with.</summary>
    /// <returns>False when these are not the first lines of a mail.</returns>
    internal static bool TryReadHead(ReadOnlySpan<byte> bytes, out MailHead head)
    {
        head = default;
        if (!bytes.StartsWith(Separator)) return false;
        int at = bytes.IndexOf((byte)'\n') + 1;
        if (at == 0 || !bytes[at..].StartsWith(Mark)) return false;
        at += Mark.Length;
        if (!TryReadNumber(bytes, ref at, ' ', out long position)) return false;
        if (!TryReadNumber(bytes, ref at, ' ', out long length) || length is < 1 or > MaxContentBytes) return false;
        if (!Utf8Parser.TryParse(bytes[at..], out uint checksum, out int used, 'x')) return false;
        at += used;
        if (at >= bytes.Length || bytes[at] != '\n') return false;
        head = new MailHead(position, at + 1, (int)length, checksum);
        return true;
    }

    /// <summary>The checksum of a mail's bytes behind its first two lines.</summary>
    internal static uint ChecksumOf(ReadOnlySpan<byte> content)
    {
        uint checksum = uint.MaxValue;
        foreach (byte b in content) checksum = BitOperations.Crc32C(checksum, b);
        return ~checksum;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> bytes, ref int at, char end, out long number)
    {
        if (!Utf8Parser.TryParse(bytes[at..], out number, out int used)) return false;
        at += used;
        return at < bytes.Length && bytes[at++] == end;
    }

    private static string ContentOf(OutboxMail mail, DateTimeOffset time)
    {
        var text = new StringBuilder();
        Header(text, "Date", time.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(text, "From", $"Catalog <{Sender}>");
        Header(text, "To", $"{Word(mail.ToName)} <{OneLine(mail.ToAddress)}>");
        Header(text, "Subject", Word(mail.Subject));
        Header(text, "Message-ID", $"<{mail.Position}.{mail.Kind}@catalog.invalid>");
        Header(text, "MIME-Version", "1.0");
        if (mail.Attachment is { } file) Parts(text, mail.Text, file);
        else Plain(text, mail.Text);
        return text.Append('\n').ToString();
    }

    private static void Plain(StringBuilder text, string what)
    {
        Header(text, "Content-Type", "text/plain; charset=utf-8");
        Header(text, "Content-Transfer-Encoding", "8bit");
        text.Append('\n');
        foreach (ReadOnlySpan<char> line in what.TrimEnd().EnumerateLines())
        {
            if (line.TrimStart('>').StartsWith("From ", StringComparison.Ordinal)) text.Append('>');
            text.Append(line).Append('\n');
        }
    }

    private static void Parts(StringBuilder text, string what, MailAttachment file)
    {
        if (file.Bytes.Length > MailAttachment.MaxBytes) throw new ArgumentException("The attachment is too large.");
        // Neither Base64 nor a quoted line begins with two hyphens and these words.
        const string boundary = "=_catalog_part";
        Header(text, "Content-Type", $"multipart/mixed; boundary=\"{boundary}\"");
        text.Append("\n--").Append(boundary).Append('\n');
        Plain(text, what);
        text.Append("\n--").Append(boundary).Append('\n');
        Header(text, "Content-Type", $"{file.ContentType}; name=\"{OneLine(file.Name)}\"");
        Header(text, "Content-Disposition", $"attachment; filename=\"{OneLine(file.Name)}\"");
        Header(text, "Content-Transfer-Encoding", "base64");
        string base64 = Convert.ToBase64String(file.Bytes.Span, Base64FormattingOptions.InsertLineBreaks);
        text.Append('\n').Append(base64.ReplaceLineEndings("\n"));
        text.Append("\n--").Append(boundary).Append("--\n");
    }

    private static void Header(StringBuilder text, string name, string value) =>
        text.Append(name).Append(": ").Append(value).Append('\n');

    /// <summary>A header's text: as it is when it is plain, else encoded words of RFC 2047.</summary>
    private static string Word(string text)
    {
        if (text.Length < 60 && text.All(IsPlain)) return text;
        var words = new List<string>();
        var word = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MaxHeaderWordBytes) Take();
            word.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        Take();
        return string.Join("\n ", words);

        void Take()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=");
            word.Clear();
            bytes = 0;
        }
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_';

    private static string OneLine(string text) => text.ReplaceLineEndings("");
}
