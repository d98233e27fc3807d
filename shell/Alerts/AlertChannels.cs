using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts;

/// <summary>Who is told of an alert, beside those who watch the console. Immutable.</summary>
/// <param name="Mails">Mail addresses.</param>
/// <param name="Webhook">An address that is called; null for none.</param>
/// <param name="Secret">What the call is signed with.</param>
public sealed record AlertChannels(IReadOnlyList<string> Mails, string? Webhook, string? Secret)
{
    /// <summary>Mail addresses an alert may go to: their mails stand side by side behind the fact's position.</summary>
    public const int MaxMails = 8;

    /// <summary>Nobody.</summary>
    public static AlertChannels None { get; } = new([], null, null);

    internal static AlertChannels Read(ref MessagePackReader reader)
    {
        string[] mails = new string[reader.ReadArrayHeader()];
        for (int i = 0; i < mails.Length; i++) mails[i] = reader.ReadString();
        return new AlertChannels(mails, reader.ReadStringOrNil(), reader.ReadStringOrNil());
    }

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Mails.Count);
        foreach (string mail in Mails) writer.Write(mail);
        writer.WriteStringOrNil(Webhook);
        writer.WriteStringOrNil(Secret);
    }
}
