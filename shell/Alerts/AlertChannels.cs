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

    /// <summary>Characters a secret has at least.</summary>
    public const int MinSecret = 16;

    /// <summary>Characters a secret has at most.</summary>
    public const int MaxSecret = 200;

    private const int MaxAddress = 2_000;

    /// <summary>Nobody.</summary>
    public static AlertChannels None { get; } = new([], null, null);

    /// <summary>Whether a text is an address that can be called. Where it leads is looked at with each call.</summary>
    public static bool IsAddress(string text) => text.Length <= MaxAddress
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http";

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
