using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>
/// Mails as files: <c>outbox/yyyy-MM-dd/position-kind.eml</c>, a message of RFC 5322 each. A mail is there whole or not
/// at all, and under one name once, however often it is written. Mails are durable once <see cref="Sync"/> returns.
/// </summary>
/// <remarks>For one writer.</remarks>
public sealed class Outbox(string folder)
{
    private readonly List<string> _unsynced = [];

    private const string From = "Catalog <booking@catalog.invalid>";
    private const int MaxHeaderWordBytes = 45;

    /// <summary>Makes everything written so far durable: a sync a mail, apart from the writing.</summary>
    /// <exception cref="IOException">It failed; what was not synced is synced the next time.</exception>
    public void Sync()
    {
        while (_unsynced.Count > 0)
        {
            string mail = _unsynced[^1];
            using (SafeFileHandle file = File.OpenHandle(mail, access: FileAccess.ReadWrite))
                RandomAccess.FlushToDisk(file);
            _unsynced.RemoveAt(_unsynced.Count - 1);
        }
    }

    /// <summary>
    /// Writes a mail, unless it is there. Synchronously: a page of cache takes less time than waiting.
    /// </summary>
    /// <returns>False when it was there.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    public bool Write(OutboxMail mail)
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(mail.TimeMs);
        string day = Path.Combine(folder, time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        string name = string.Create(CultureInfo.InvariantCulture, $"{mail.Position:D16}-{mail.Kind}.eml");
        string path = Path.Combine(day, name);
        byte[] text = Encoding.UTF8.GetBytes(TextOf(mail, time));

        // A file that a power cut left half-written is written again.
        if (File.Exists(path) && new FileInfo(path).Length == text.Length) return false;
        Directory.CreateDirectory(day);
        string draft = path + ".new";
        File.WriteAllBytes(draft, text);
        File.Move(draft, path, overwrite: true);
        _unsynced.Add(path);
        return true;
    }

    private static string TextOf(OutboxMail mail, DateTimeOffset time)
    {
        var text = new StringBuilder();
        Header(text, "Date", time.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(text, "From", From);
        Header(text, "To", $"{Word(mail.ToName)} <{OneLine(mail.ToAddress)}>");
        Header(text, "Subject", Word(mail.Subject));
        Header(text, "Message-ID", $"<{mail.Position}.{mail.Kind}@catalog.invalid>");
        Header(text, "MIME-Version", "1.0");
        Header(text, "Content-Type", "text/plain; charset=utf-8");
        Header(text, "Content-Transfer-Encoding", "8bit");
        text.Append("\r\n").Append(mail.Text.ReplaceLineEndings("\r\n"));
        return text.ToString();
    }

    private static void Header(StringBuilder text, string name, string value) =>
        text.Append(name).Append(": ").Append(value).Append("\r\n");

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
        return string.Join("\r\n ", words);

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
